//! The fuzzer's way to one stored document.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| legwork_fuzz::decoders::archive::document(bytes));
