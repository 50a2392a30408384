//! The fuzzer's way to a second copy.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| legwork_fuzz::decoders::storage::mirror(bytes));
