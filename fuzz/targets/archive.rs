//! The fuzzer's way to an export file.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| legwork_fuzz::decoders::archive::file(bytes));
