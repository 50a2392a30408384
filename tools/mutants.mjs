// What the tests let through: cargo-mutants changes the four layers of the core at one place after another, and tests
// run against each change. Every mutant first meets all but the slowest tests, the property tests with few cases;
// what survives meets the examples in the documentation, and then every test of the core in full.
// Environment: MUTANTS_SHARD, k/n, every n-th mutant from the k-th on (without it: all); MUTANTS_RE, a pattern that
// a mutant's name has to match.
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const out = path.join(root, 'target/mutants');
const tree = path.join(out, 'tree');
/** Tests of whole programs and of the text itself: nothing that a mutant of the core could be caught by. */
const OTHERS = ['architecture.rs', 'journeys.rs', 'web.rs'];
/** Tests that take longer than all the others together: only what those let through meets them. */
const SLOW = [
  'a_million_rows_are_refused', 'every_rule_holds', 'stray_quotation_marks', 'a_remedy_that_is_named',
  'other_dice_give_the_same', 'a_long_log_is_read', 'severities_are_the_references', 'what_leads_leads',
  'every_logbook_has_an_answer', 'an_import_that_dies_at_any_write', 'fault_02_refused_at_any', 'plan_simulation',
  'ten_years_of_log_are', 'the_review_has_one_action', 'evidence_leads_to_sets', 'every_limit_but_safety',
  'a_raise_of_the_surplus', 'the_estimate_converges', 'a_step_at_a_time_reads', 'a_file_cut_off_anywhere',
  'no_day_of_the_year',
];
/** Cases of a property test in the first round. */
const CASES = 12;
/** The least share that has to be caught. */
const SHARE_MIN = 0.9;
/** Seconds that the tests of a mutant may take in a round, and its compiling: many times what they take. */
const TEST_SECONDS = [200, 600, 1800];
const BUILD_SECONDS = 1200;
/** The first test that fails is enough; the switch that says so is not stable yet. */
const FAIL_FAST = ['--', '-Z', 'unstable-options', '--fail-fast'];

const files = execFileSync('git', ['ls-files', '-zco', '--exclude-standard', '--', 'src', 'tests', 'benches', 'fuzz', 'Cargo.*', '.cargo', 'rust-toolchain.toml'], { cwd: root, encoding: 'utf8' }).split('\0').filter((file) => file && fs.existsSync(path.join(root, file)));
/** The sources as they are now: mutants are named by their lines, which have to stay while somebody works on. */
const sources = new Map(files.map((file) => [file, fs.readFileSync(path.join(root, file))]));

/** A fresh copy of the sources, with every test of the core in the library: one thing to compile and link a mutant. */
const copy = (quick) => {
  fs.rmSync(tree, { recursive: true, force: true });
  for (const [file, source] of sources) {
    const to = path.join(tree, file);
    fs.mkdirSync(path.dirname(to), { recursive: true });
    if (!/^tests\/.*\.rs$/.test(file)) fs.writeFileSync(to, source);
    else {
      let text = source.toString('utf8').replaceAll('crate::', 'super::');
      if (quick) text = text.replace(/with_cases\([\d_]+\)/g, `with_cases(${CASES})`).replace(/\bcases: \w+,/g, `cases: ${CASES},`);
      fs.writeFileSync(to, text);
    }
  }
  const roots = files.filter((file) => /^tests\/(\w+\.rs|\w+\/main\.rs)$/.test(file)).map((file) => file.slice('tests/'.length)).filter((file) => !OTHERS.includes(file));
  const every = roots.map((file) => `#[path = "${file}"]\nmod ${file.replace(/(\/main)?\.rs$/, '')};\n`);
  fs.writeFileSync(path.join(tree, 'tests/every.rs'), `//! Every test of the core.\n${every.join('')}`);
  fs.appendFileSync(path.join(tree, 'src/lib.rs'), '\n#[cfg(test)]\nextern crate self as legwork;\n#[cfg(test)]\n#[path = "../tests/every.rs"]\nmod every;\n');
  const manifest = path.join(tree, 'Cargo.toml');
  fs.writeFileSync(manifest, fs.readFileSync(manifest, 'utf8').replace('publish = false\n', 'publish = false\nautotests = false\nautobenches = false\n'));
};

const host = /^host: (.*)$/m.exec(execFileSync('rustc', ['-vV'], { encoding: 'utf8' }))[1];
const env = { ...process.env, PATH: `${root}/.tools/bin:${process.env.PATH}`, CARGO_TARGET_DIR: process.env.CARGO_TARGET_DIR ?? path.join(out, 'build'), CARGO_TERM_COLOR: 'never',
  [`CARGO_TARGET_${host.toUpperCase().replaceAll('-', '_')}_RUNNER`]: 'env RUSTC_BOOTSTRAP=1',
  // Without optimising, what nests deep needs more than a test's two megabytes.
  RUST_MIN_STACK: String(32 << 20),
  // What fails by one mutant is not to be tried again by the next: a test that fails now and then would catch them all.
  PROPTEST_DISABLE_FAILURE_PERSISTENCE: '1' };
// They would undo what the profile says, and compile everything anew for every mutant.
for (const name of ['CARGO_INCREMENTAL', 'CARGO_BUILD_INCREMENTAL']) delete env[name];

const lines = (round, name) => {
  const file = path.join(out, round, 'mutants.out', `${name}.txt`);
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
};
copy(true);
const all = execFileSync('cargo', ['mutants', '--list', '--config', path.join(root, '.cargo/mutants.toml')], { cwd: tree, env, encoding: 'utf8', maxBuffer: 1 << 28 }).split('\n').filter(Boolean);
const settings = fs.readFileSync(path.join(root, '.cargo/mutants.toml'), 'utf8');

/** One round of cargo-mutants: how long tests may take, its options, what it adds to cargo and to the tests, and which mutants (all: null). */
const run = (round, seconds, options, cargo, tests, names) => {
  const folder = path.join(out, round);
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  const config = path.join(folder, 'config.toml');
  const list = (items) => JSON.stringify(items);
  fs.writeFileSync(config, `${settings}\nadditional_cargo_args = ${list(['--locked', ...cargo])}\nadditional_cargo_test_args = ${list(tests)}\n`);
  if (names) {
    // Patterns of names do not hold for all kinds of mutants; what counts as caught already is left out whatever it is.
    const wanted = new Set(names);
    fs.mkdirSync(path.join(folder, 'mutants.out'));
    fs.writeFileSync(path.join(folder, 'mutants.out/previously_caught.txt'), `${all.filter((name) => !wanted.has(name)).join('\n')}\n`);
    options.push('--iterate');
  }
  const done = spawnSync('cargo', ['mutants', '--in-place', '--config', config, '--output', folder, '--no-times', '--baseline=skip', '--timeout', String(seconds), '--build-timeout', String(BUILD_SECONDS), ...options], { cwd: tree, env, stdio: 'inherit' });
  // 2: some survived. 3: some ran out of time.
  if (![0, 2, 3].includes(done.status)) {
    console.error(`cargo-mutants ended with ${done.status ?? done.signal}`);
    process.exit(1);
  }
};

/** The sources as they are have to pass, or every mutant would seem to be caught. */
const unchanged = (...args) => {
  const done = spawnSync('cargo', ['test', '--quiet', '--locked', '--profile', 'mutants', '--no-default-features', '--features', 'precache', ...args], { cwd: tree, env, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8', maxBuffer: 1 << 28 });
  if (done.status !== 0) {
    console.error(`the tests fail without any mutant\n${done.stdout}`);
    process.exit(1);
  }
};

const quick = [...FAIL_FAST, ...SLOW.flatMap((name) => ['--skip', name])];
unchanged('--lib', ...quick);
const { MUTANTS_SHARD: shard, MUTANTS_RE: pattern } = process.env;
run('first', TEST_SECONDS[0], shard ? ['--sharding', 'round-robin', '--shard', shard] : [], ['--lib'], quick,
  pattern ? all.filter((name) => new RegExp(pattern).test(name)) : null);
let missed = lines('first', 'missed');
if (missed.length > 0) {
  unchanged('--doc');
  run('second', TEST_SECONDS[1], [], [], ['--doc'], missed);
  missed = lines('second', 'missed');
}
if (missed.length > 0) {
  copy(false);
  unchanged('--lib');
  run('third', TEST_SECONDS[2], [], ['--lib'], FAIL_FAST, missed);
  missed = lines('third', 'missed');
}

const stopped = lines('first', 'timeout').length;
const viable = lines('first', 'caught').length + lines('first', 'missed').length + stopped;
const plain = (name) => name.replace(/^([^:]+):\d+:\d+: /, '$1: ');
const explained = new Set([...fs.readFileSync(path.join(root, 'tests/mutants.md'), 'utf8').matchAll(/^- `([^`]+)`: /gm)].map(([, name]) => name));
for (const name of missed) console.log(`${explained.has(plain(name)) ? 'changes nothing' : 'NOT CAUGHT'}: ${name}`);
const share = viable === 0 ? 0 : (viable - missed.length) / viable;
console.log(`FIGURE mutants.total ${all.length} mutants`);
console.log(`FIGURE mutants.tried ${viable} mutants`);
console.log(`FIGURE mutants.timed_out ${stopped} mutants`);
console.log(`FIGURE mutants.explained ${missed.filter((name) => explained.has(plain(name))).length} mutants`);
console.log(`FIGURE mutants.caught_share ${share.toFixed(3)} share`);
process.exit(share >= SHARE_MIN ? 0 : 1);
