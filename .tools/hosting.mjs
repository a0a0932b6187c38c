// node .tools/hosting.mjs: writes what nginx and Caddy need to serve the build with our headers into docs/hosting.
// The test tests/hosts/hosting.test.ts says when that is due.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { servedHeaders } from './headers.mjs';

const YEAR_S = 31_536_000;
const PLACE = 'city.example';
const FOLDER = '/srv/cityloom';
const NOTE = '# Written by node .tools/hosting.mjs from .tools/headers.mjs; change it there.';
const headers = Object.entries(servedHeaders);

/** A block that adds a header of its own inherits none in nginx: so the rest stands in a file that each block includes. */
const nginxHeaders = `${NOTE}\n${headers.map(([name, value]) => `add_header ${name} "${value}" always;`).join('\n')}\n`;

const nginx = `${NOTE}
server {
    listen 443 ssl;
    http2 on;
    server_name ${PLACE};
    ssl_certificate     /etc/ssl/${PLACE}.pem;
    ssl_certificate_key /etc/ssl/${PLACE}.key;

    root ${FOLDER};
    gzip on;
    gzip_types application/javascript application/json application/wasm image/svg+xml text/css text/plain;

    # Their names change with what is in them.
    location /assets/ {
        include /etc/nginx/cityloom-headers.conf;
        add_header Cache-Control "public, max-age=${YEAR_S}, immutable" always;
    }

    # Pages and scenes are asked for anew, and not sent again while they are the same.
    location / {
        include /etc/nginx/cityloom-headers.conf;
        add_header Cache-Control "no-cache" always;
        try_files $uri $uri.html $uri/index.html =404;
    }
}
`;

const caddy = `${NOTE}
${PLACE} {
	root * ${FOLDER}
	encode zstd gzip
	header {
${headers.map(([name, value]) => `\t\t${name} "${value}"`).join('\n')}
	}
	@built path /assets/*
	header @built Cache-Control "public, max-age=${YEAR_S}, immutable"
	@asked not path /assets/*
	header @asked Cache-Control "no-cache"
	try_files {path} {path}.html {path}/index.html
	file_server
}
`;

/** Every file by its name in docs/hosting. */
export const hostingFiles = { 'cityloom-headers.conf': nginxHeaders, 'cityloom.conf': nginx, Caddyfile: caddy };

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = fileURLToPath(new URL('../docs/hosting', import.meta.url));
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(hostingFiles)) writeFileSync(join(folder, name), text);
}
