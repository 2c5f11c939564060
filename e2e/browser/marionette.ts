import { connect, type Socket } from 'node:net';

interface Waiting {
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
}

/** Type, number, error, result: what Firefox answers to a command. */
type Answer = [1, number, { error: string; message: string; stacktrace?: string } | null, unknown];

const isAnswer = (message: unknown): message is Answer =>
  Array.isArray(message) && message.length === 4 && message[0] === 1;

/** Firefox's remote protocol over TCP: `LENGTH:JSON`, commands numbered and answered by number. */
export class Marionette {
  readonly #socket: Socket;
  readonly #waiting = new Map<number, Waiting>();
  #received = Buffer.alloc(0);
  #lastNumber = 0;

  private constructor(socket: Socket, greeted: () => void) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on('data', (chunk) => {
      this.#received = Buffer.concat([this.#received, chunk]);
      for (let text = this.#nextMessage(); text !== undefined; text = this.#nextMessage()) {
        const message: unknown = JSON.parse(text);
        if (isAnswer(message)) this.#settle(message);
        else greeted();
      }
    });
    const fail = () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('Firefox closed the connection'));
      this.#waiting.clear();
    };
    socket.on('error', fail);
    socket.on('close', fail);
  }

  /** Connects to a port of this machine and starts a session. Throws when nothing listens there. */
  static async connect(port: number): Promise<Marionette> {
    const marionette = await new Promise<Marionette>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('error', reject);
      const ready: Marionette = new Marionette(socket, () => resolve(ready));
    });
    await marionette.send('WebDriver:NewSession', {
      capabilities: { alwaysMatch: { acceptInsecureCerts: true } },
    });
    await marionette.send('WebDriver:SetTimeouts', { script: 60_000, pageLoad: 30_000, implicit: 0 });
    return marionette;
  }

  /** Sends a command and returns its result. Throws with Firefox's own words. */
  send(command: string, parameters: object = {}): Promise<unknown> {
    const number = ++this.#lastNumber;
    const text = JSON.stringify([0, number, command, parameters]);
    return new Promise((resolve, reject) => {
      if (this.#socket.destroyed) reject(new Error(`Firefox has closed the connection, so no ${command}`));
      this.#waiting.set(number, { resolve, reject });
      this.#socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
  }

  /** Reference to the first element of Firefox's window that matches a CSS selector. Throws when none does. */
  async findElement(css: string): Promise<string> {
    const found = await this.send('WebDriver:FindElement', { using: 'css selector', value: css });
    return String(Object.values(found ?? {})[0]);
  }

  /** Closes the connection; Firefox goes on. */
  disconnect(): void {
    this.#socket.destroy();
  }

  #nextMessage(): string | undefined {
    const colon = this.#received.indexOf(':');
    if (colon < 0) return undefined;
    const end = colon + 1 + Number(this.#received.subarray(0, colon));
    if (this.#received.length < end) return undefined;
    const text = this.#received.toString('utf8', colon + 1, end);
    this.#received = this.#received.subarray(end);
    return text;
  }

  #settle([, number, error, result]: Answer): void {
    const waiting = this.#waiting.get(number);
    this.#waiting.delete(number);
    if (error) waiting?.reject(new Error(`${error.error}: ${error.message}\n${error.stacktrace ?? ''}`));
    else waiting?.resolve(isWrapped(result) ? result.value : result);
  }
}

const isWrapped = (result: unknown): result is { value: unknown } =>
  typeof result === 'object' && result !== null && 'value' in result;
