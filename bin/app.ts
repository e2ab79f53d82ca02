import { App } from 'aws-cdk-lib';
import { WinnowStack } from '../lib/infra/winnow-stack.ts';

const app = new App();
new WinnowStack(app, 'Winnow');
app.synth();
