//! The fuzzer's way to the file of the rescue page.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| legwork_fuzz::decoders::storage::rescue(bytes));
