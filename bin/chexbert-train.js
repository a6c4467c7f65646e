#!/usr/bin/env node
import { runProcess } from "../dist/cli/process-context.js";

await runProcess(["chexbert-train", ...process.argv.slice(2)]);
