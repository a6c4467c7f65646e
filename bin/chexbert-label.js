#!/usr/bin/env node
import { runProcess } from "../dist/cli/process-context.js";

await runProcess(["chexbert-label", ...process.argv.slice(2)]);
