import { type IRole, PolicyStatement } from 'aws-cdk-lib/aws-iam';

/** What Lambda does in the name of a function that runs in a VPC. */
const NETWORK_ACTIONS = [
  'ec2:AssignPrivateIpAddresses',
  'ec2:CreateNetworkInterface',
  'ec2:DeleteNetworkInterface',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeSubnets',
  'ec2:UnassignPrivateIpAddresses',
];

/** Lets a function run in a VPC; none of it knows a narrower resource. */
export function allowNetwork(role: IRole): void {
  role.addToPrincipalPolicy(new PolicyStatement({ actions: NETWORK_ACTIONS, resources: ['*'] }));
}
