//! The fuzzer's way to a whole store.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| legwork_fuzz::decoders::storage::store(bytes));
