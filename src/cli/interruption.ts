/** The reason that a context's signal carries when the user or the system stops the process. */
export class Interruption extends Error {
  readonly signalName: "SIGINT" | "SIGTERM";

  constructor(signalName: "SIGINT" | "SIGTERM") {
    super(`Stopped by ${signalName}`);
    this.name = "Interruption";
    this.signalName = signalName;
  }
}
