import WebSocket from 'ws';
import { withDeadline } from './poll';

interface Reply {
  id?: number;
  type: 'success' | 'error' | 'event';
  result?: unknown;
  error?: string;
  message?: string;
  method?: string;
  params?: unknown;
}

type Listener = (params: never) => void;

const PATIENCE_MS = 20_000;

/** A WebDriver BiDi connection: commands out, answers and events in. */
export class Bidi {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, { resolve(v: unknown): void; reject(e: Error): void }>();
  readonly #listeners = new Map<string, Listener[]>();
  #lastId = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data) => this.#receive(JSON.parse(String(data)) as Reply));
    socket.on('close', () => this.#end());
  }

  static async connect(url: string): Promise<Bidi> {
    // A screenshot of a long page is a large message.
    const socket = new WebSocket(url, { maxPayload: 256 * 1024 * 1024 });
    await new Promise((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    });
    return new Bidi(socket);
  }

  /** @throws {Error} With the browser's words when it refuses the command, or does not answer. */
  send<T>(method: string, params: object = {}, patienceMs = PATIENCE_MS): Promise<T> {
    const id = ++this.#lastId;
    const answered = new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
    return withDeadline(answered as Promise<T>, patienceMs, method);
  }

  on<T>(event: string, listener: (params: T) => void): void {
    const listeners = this.#listeners.get(event) ?? [];
    this.#listeners.set(event, [...listeners, listener as Listener]);
  }

  close(): void {
    this.#socket.close();
  }

  #receive(reply: Reply): void {
    if (reply.type === 'event') {
      for (const listener of this.#listeners.get(reply.method ?? '') ?? []) {
        listener(reply.params as never);
      }
      return;
    }
    const waiting = this.#waiting.get(reply.id ?? 0);
    this.#waiting.delete(reply.id ?? 0);
    if (reply.type === 'error') waiting?.reject(new Error(`${reply.error}: ${reply.message}`));
    else waiting?.resolve(reply.result);
  }

  #end(): void {
    for (const { reject } of this.#waiting.values()) reject(new Error('Firefox has gone.'));
    this.#waiting.clear();
  }
}
