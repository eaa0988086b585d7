import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { Duplex } from 'node:stream';

const PAGES = join(import.meta.dirname, '../../pages');

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

/** What a test has the server answer at an address. */
export interface Answer {
  body: string;
  status?: number;
  headers?: Record<string, string>;
  /** The connection breaks before the answer, or in the middle of the body. */
  breaks?: 'before' | 'midway';
  /** The answer is held back until then. */
  until?: Promise<unknown>;
}

/**
 * Stands in for the whole web: the browsers under test send every request here, whatever its host.
 * Answers what a test has put at an address with `serve`; else the file of that path in
 * tests/pages, under any host (`http://www.zj.gov.cn/demo/simplified.html`); else 404.
 */
export class PageServer {
  /** Every address asked for since the start, in order. */
  readonly requested: string[] = [];
  readonly #answers = new Map<string, Answer>();
  readonly #plain: Server;
  readonly #secure: Server;
  readonly #sockets = new Set<Duplex>();

  private constructor() {
    const answer = (request: IncomingMessage, response: ServerResponse) => {
      void this.#answer(request, response);
    };
    this.#plain = createServer(answer);
    // A throw-away certificate: both browsers are told to accept any.
    this.#secure = createSecureServer(
      {
        key: readFileSync(join(import.meta.dirname, 'key.pem')),
        cert: readFileSync(join(import.meta.dirname, 'certificate.pem')),
      },
      answer,
    );
    this.#plain.on('connect', (_request, socket, head) => this.#tunnel(socket, head));
    for (const server of [this.#plain, this.#secure]) {
      server.on('connection', (socket: Socket) => this.#keep(socket));
    }
  }

  static async start(): Promise<PageServer> {
    const server = new PageServer();
    for (const one of [server.#plain, server.#secure]) {
      await new Promise<void>((resolve) => one.listen(0, '127.0.0.1', resolve));
    }
    return server;
  }

  /** Answers http, and as a proxy everything (https through CONNECT). */
  get port(): number {
    return (this.#plain.address() as AddressInfo).port;
  }

  get securePort(): number {
    return (this.#secure.address() as AddressInfo).port;
  }

  /**
   * Puts a page at an address (without query: it answers any). A string is the body of an HTML
   * page. Returns the address.
   */
  serve(url: string, answer: string | Answer): string {
    this.#answers.set(url, typeof answer === 'string' ? { body: answer } : answer);
    return url;
  }

  /** Forgets what was put at addresses, and what was asked for. */
  forget(): void {
    this.#answers.clear();
    this.requested.length = 0;
  }

  async stop(): Promise<void> {
    const closed = [this.#plain, this.#secure].map(
      (server) => new Promise((resolve) => server.close(resolve)),
    );
    for (const socket of this.#sockets) socket.destroy();
    await Promise.all(closed);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = addressOf(request);
    this.requested.push(url.href);
    const answer = this.#answers.get(url.origin + url.pathname) ?? (await pageFile(url.pathname));
    await answer?.until;
    if (answer?.breaks === 'before') return void request.socket.destroy();
    const body = answer?.body ?? '';
    response.writeHead(answer?.status ?? (answer ? 200 : 404), {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      ...answer?.headers,
    });
    if (answer?.breaks !== 'midway') return void response.end(body);
    response.write(body.slice(0, body.length / 2), () => request.socket.destroy());
  }

  /** CONNECT: hands the stream on to the secure server. */
  #tunnel(client: Duplex, head: Buffer): void {
    const target = connect(this.securePort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      target.write(head);
      target.pipe(client).pipe(target);
    });
    for (const stream of [client, target]) {
      this.#keep(stream);
      // A browser drops connections as it likes; nothing is to be done about it here.
      stream.on('error', () => stream.destroy());
    }
  }

  #keep(socket: Duplex): void {
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
  }
}

/** The full address asked for: a proxy is sent it whole, a server only its path. */
function addressOf(request: IncomingMessage): URL {
  const secure = 'encrypted' in request.socket;
  const host = request.headers.host ?? 'localhost';
  return new URL(request.url ?? '/', `${secure ? 'https' : 'http'}://${host}`);
}

async function pageFile(pathname: string): Promise<Answer | null> {
  const file = normalize(join(PAGES, decodeURIComponent(pathname)));
  const type = TYPES[extname(file)];
  if (!file.startsWith(PAGES) || type === undefined) return null;
  try {
    return { body: await readFile(file, 'utf8'), headers: { 'content-type': type } };
  } catch {
    return null;
  }
}
