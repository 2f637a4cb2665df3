import { createServer, type Server } from 'node:http';
import { httpAnswer } from '../witness/http-answer.ts';
import type { Witness } from '../witness/witness.ts';

/** Enough for 64 signatures of the largest kind and a proof. */
const maxBody = 400_000;

/**
 * Serves `POST …/add-checkpoint` (C2SP tlog-witness) and `GET …/checkpoint?origin=…`, the note last cosigned.
 * A fault of ours (a damaged state, a full disk) answers 500 and cosigns nothing.
 */
export function serveWitness(witness: Witness, report: (error: unknown) => void): Server {
  return createServer((request, response) => {
    const end = (status: number, type: string, body: string): void => {
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
    };
    const fail = (error: unknown): void => {
      report(error);
      end(500, 'text/plain; charset=utf-8', 'fault\n');
    };
    // No URL object: it throws on a target like `//`, and one such request would end the witness.
    const [path = '', query] = (request.url ?? '').split('?', 2);
    if (request.method === 'GET' && path.endsWith('/checkpoint')) {
      witness
        .find(new URLSearchParams(query).get('origin') ?? '')
        .then((state) => end(state ? 200 : 404, 'text/plain; charset=utf-8', state?.note ?? 'log-unknown\n'), fail);
      return;
    }
    if (request.method !== 'POST' || !path.endsWith('/add-checkpoint')) {
      end(404, 'text/plain; charset=utf-8', 'not-found\n');
      return;
    }
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > maxBody) request.destroy();
      else chunks.push(chunk);
    });
    request.on('end', () => {
      witness.add(Buffer.concat(chunks)).then((result) => {
        const answer = httpAnswer(result);
        if (!result.ok && ['forked', 'proof-wrong'].includes(result.refusal.kind)) report(result.refusal.kind);
        end(answer.status, answer.type, answer.body);
      }, fail);
    });
  });
}
