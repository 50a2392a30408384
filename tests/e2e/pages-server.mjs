// Serves a built site as GitHub Pages would: below its path, gzip, no rewrite, a directory's slash, and
// 404.html with status 404. It can hang and be stopped, and change what it serves. No dependencies.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import zlib from 'node:zlib';
import { pathToFileURL } from 'node:url';

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.wasm': 'application/wasm', '.json': 'application/json', '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.txt': 'text/plain; charset=utf-8',
};

/** Starts a server. `state.folder` may be changed, `state.mode` is 'on' or 'hang'; what `state.portal` matches is
 * answered with a page of somebody else's, as a hotel's network does it. */
export async function serve(folder, { base = '/legwork/', port = 0 } = {}) {
  const state = { folder: path.resolve(folder), mode: 'on', requests: [], broken: new Set(), portal: null };
  const sockets = new Set();
  const packed = new Map();
  const handle = (request, response) => {
    if (state.mode === 'hang') return;
    const { pathname } = new URL(request.url, 'http://x');
    state.requests.push(pathname);
    const answer = (status, body, type, extra = {}) => {
      response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'max-age=600', ...extra });
      response.end(request.method === 'HEAD' ? undefined : body);
    };
    if (state.portal?.test(pathname)) return answer(200, '<!doctype html><title>Sign in</title><h1>Sign in to the network</h1>', TYPES['.html'], { 'Cache-Control': 'no-store' });
    if (pathname === '/neighbour/') return answer(200, '<!doctype html><title>Neighbour</title>', TYPES['.html']);
    if (state.broken.has(path.basename(pathname))) return answer(503, 'unavailable', 'text/plain', { 'Cache-Control': 'no-store' });
    if (pathname === base.slice(0, -1)) return answer(301, '', 'text/plain', { Location: base });
    let file = null;
    if (pathname.startsWith(base)) {
      const wanted = path.join(state.folder, decodeURIComponent(pathname.slice(base.length)));
      if (wanted === state.folder || wanted.startsWith(state.folder + path.sep)) {
        if (fs.existsSync(wanted) && fs.statSync(wanted).isDirectory()) {
          if (!pathname.endsWith('/')) return answer(301, '', 'text/plain', { Location: pathname + '/' });
          file = path.join(wanted, 'index.html');
        } else file = wanted;
      }
    }
    let status = 200;
    if (!file || !fs.existsSync(file)) {
      status = 404;
      file = path.join(state.folder, '404.html');
      if (!pathname.startsWith(base) || !fs.existsSync(file)) return answer(404, 'not found', 'text/plain');
    }
    const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
    const body = fs.readFileSync(file);
    if (/\bgzip\b/.test(request.headers['accept-encoding'] ?? '') && !type.startsWith('image/png')) {
      const key = `${file}:${body.length}:${fs.statSync(file).mtimeMs}`;
      if (!packed.has(key)) packed.set(key, zlib.gzipSync(body, { level: 9 }));
      return answer(status, packed.get(key), type, { 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' });
    }
    return answer(status, body, type);
  };
  let server;
  const listen = (wanted) => new Promise((done, fail) => {
    server = http.createServer(handle);
    server.on('connection', (socket) => { sockets.add(socket); socket.on('close', () => sockets.delete(socket)); });
    server.on('error', fail);
    server.listen(wanted, '127.0.0.1', () => done(server.address().port));
  });
  const number = await listen(port);
  return {
    state,
    origin: `http://127.0.0.1:${number}`,
    url: `http://127.0.0.1:${number}${base}`,
    stop: () => new Promise((done) => { server.close(done); for (const socket of sockets) socket.destroy(); }),
    restart: () => listen(number),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { url } = await serve(process.argv[2] ?? 'dist', { port: Number(process.argv[3] ?? 8080) });
  console.log(`Legwork is served at ${url}`);
}
