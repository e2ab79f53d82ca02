// An app for `cdk synth` whose templates have every resource that the construct can make, for a linter to look at.
import { App } from 'aws-cdk-lib';
import { EveryPropStack } from './every-prop-stack.ts';

const app = new App();
new EveryPropStack(app, 'EveryProp');
app.synth();
