// The lower floor: bare node:http that reads a request and writes the bytes of a file. No GraphQL, no subgraphs.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { readBody } from './read-body.ts';

const [file = '', port = '0'] = process.argv.slice(2);
const bytes = readFileSync(file);

createServer((request, response) => {
  void readBody(request).then(() => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length });
    response.end(bytes);
  });
}).listen(Number(port), '127.0.0.1');
