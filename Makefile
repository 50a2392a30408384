# The few commands there are. What they do stands in tools/.
BASE ?= /legwork/

.PHONY: serve test build setup check test-native test-web e2e size bench bench-web figures soak faults engines fuzz mutants

serve: build          ## build the release and serve it as GitHub Pages would
	node tests/e2e/pages-server.mjs dist 8080

test:                 ## everything CI runs
	bash tools/test.sh

setup:                ## install what is missing, into .tools and node_modules
	bash tools/setup.sh build

build: setup          ## the release, into dist
	bash tools/build.sh $(BASE)

check:                ## format, clippy, and what others' code is built in
	bash tools/test.sh format clippy audit

test-native:          ## native tests alone
	bash tools/test.sh native

test-web:             ## tests in headless Chromium alone
	bash tools/test.sh web

e2e:                  ## end-to-end specs against the release in dist
	bash tools/test.sh e2e

size:                 ## the first load in kB
	node tools/size.mjs dist

bench:                ## criterion benches
	cargo bench --no-default-features --bench core

bench-web:            ## figures of the release in Chromium, slowed down
	bash tools/setup.sh build browser && node tests/bench/bench-web.mjs

soak:                 ## a million sets natively under faults, then 10,000 with reloads and killed tabs in Chromium
	SOAK_SETS=1000000 cargo test --locked --no-default-features --profile bench --test soak -- --nocapture
	bash tools/setup.sh build browser && SOAK_SETS=10000 node_modules/.bin/playwright test --config tests/e2e/playwright.config.mjs soak.spec

engines:              ## the way of a new user in Firefox and WebKit, against the release in dist
	bash tools/setup.sh engines && bash tools/test.sh engines

fuzz:                 ## every decoder against texts that look for faults, FUZZ_SECONDS each
	bash tools/setup.sh fuzz && bash tools/fuzz.sh

faults:               ## the 50 faults: their tests, and the matrix of fault, engine and outcome
	bash tools/test.sh faults

mutants:              ## what the tests of the core let through; MUTANTS_SHARD=0/100 tries every hundredth
	bash tools/setup.sh mutants && node tools/mutants.mjs

figures:              ## native figures
	cargo bench --quiet --no-default-features --bench figures
	cargo test --quiet --no-default-features -- --nocapture 2>/dev/null | grep -o 'FIGURE .*'
