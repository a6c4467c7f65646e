#!/usr/bin/env node
import { runProcess } from "../dist/cli/process-context.js";

await runProcess(["chexbert-tokenize", ...process.argv.slice(2)]);
