// The matrix of the 50 faults in tests/faults.md: that every one has the tests it names, and, given what test runs
// said, how many were survived. Arguments: outputs of `cargo test` and reports of Playwright (.json), in any order.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const COUNT = 50;

const read = (name) => fs.readFileSync(path.join(root, name), 'utf8');
const cells = (line) => line.split('|').slice(1, -1).map((cell) => cell.trim());
const rows = (heading) => read('tests/faults.md').split(`## ${heading}`)[1].split('\n## ')[0].split('\n')
  .filter((line) => /^\| \d+ /.test(line)).map(cells);

/** Number, where it has to be shown (N native, B in a browser), what happens. */
const faults = new Map(rows('Faults').map(([number, where, what]) => [Number(number), { where, what }]));
/** Number, engine, file, test. */
const tests = rows('Tests').map(([number, engine, file, name]) => ({ number: Number(number), engine, file: file.replaceAll('`', ''), name: name.replaceAll('`', '') }));
/** Number, why it has no test. */
const open = new Map(rows('Open').map(([number, where, why]) => [`${Number(number)} ${where}`, why]));

const problems = [];
for (let number = 1; number <= COUNT; number += 1) if (!faults.has(number)) problems.push(`fault ${number} is not in the table`);
if (faults.size !== COUNT) problems.push(`${faults.size} faults instead of ${COUNT}`);

const sources = new Map();
const source = (file) => {
  if (!sources.has(file)) sources.set(file, fs.existsSync(path.join(root, file)) ? read(file) : '');
  return sources.get(file);
};
const spoken = (name) => name.replaceAll("'", "\\'");
for (const test of tests) {
  const native = test.engine === 'native';
  const there = native ? new RegExp(`fn ${test.name}\\(`).test(source(test.file)) : source(test.file).includes(`test('${spoken(test.name)}'`);
  if (!there) problems.push(`${test.file} has no test "${test.name}"`);
  const said = native ? test.name.match(/\d\d/g) ?? [] : [/^fault (\d\d)/.exec(test.name)?.[1]];
  if (!said.map(Number).includes(test.number)) problems.push(`"${test.name}" does not say its number ${test.number}`);
}
for (const [number, { where }] of faults) {
  for (const kind of where) {
    const shown = tests.some((test) => test.number === number && (test.engine === 'native') === (kind === 'N'));
    if (!shown && !open.has(`${number} ${kind}`)) problems.push(`fault ${number} has no ${kind === 'N' ? 'native' : 'browser'} test`);
  }
}

/** What runs said of a test: true passed, false failed; a test that failed once has failed. */
const outcomes = new Map();
const note = (key, passed) => outcomes.set(key, passed && outcomes.get(key) !== false);
const titles = (suite) => {
  for (const inner of suite.suites ?? []) titles(inner);
  for (const spec of suite.specs ?? []) note(`chromium ${path.basename(spec.file)} ${spec.title.replace(/ @\w+$/, '')}`, spec.ok && spec.tests.every((test) => test.status === 'expected'));
};
for (const file of process.argv.slice(2)) {
  const text = fs.readFileSync(file, 'utf8');
  if (file.endsWith('.json')) {
    for (const suite of JSON.parse(text).suites) titles(suite);
    continue;
  }
  for (const [, name, word] of text.matchAll(/^test (?:\w+::)*(\w+) \.\.\. (ok|FAILED)$/gm)) note(`native ${name}`, word === 'ok');
}
const outcome = (test) => outcomes.get(test.engine === 'native' ? `native ${test.name}` : `chromium ${path.basename(test.file)} ${test.name}`);
const word = (test) => ({ true: 'survived', false: 'FAILED', undefined: 'not run' }[outcome(test)]);

console.log('fault | engine | outcome | test');
for (const [number, { where, what }] of faults) {
  console.log(`${number} ${where} ${what}`);
  for (const test of tests.filter((one) => one.number === number)) console.log(`  ${number} | ${test.engine} | ${word(test)} | ${test.file}: ${test.name}`);
  for (const kind of where) if (open.has(`${number} ${kind}`)) console.log(`  ${number} | ${kind === 'N' ? 'native' : 'chromium'} | open | ${open.get(`${number} ${kind}`)}`);
  if (where.includes('B')) console.log(`  ${number} | firefox, webkit | not to be had here | -`);
}
const whole = ([number, { where }]) => ![...where].some((kind) => open.has(`${number} ${kind}`));
const covered = [...faults].filter((fault) => whole(fault) && tests.some((test) => test.number === fault[0]));
const survived = covered.filter(([number]) => tests.filter((test) => test.number === number).every((test) => outcome(test) === true));
console.log(`FIGURE faults.total ${faults.size} faults`);
console.log(`FIGURE faults.covered ${covered.length} faults`);
if (process.argv.length > 2) console.log(`FIGURE faults.survived ${survived.length} faults`);
for (const test of tests) if (outcome(test) === false) problems.push(`"${test.name}" failed`);
if (problems.length) {
  console.error(problems.join('\n'));
  process.exit(1);
}
