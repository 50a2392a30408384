//! The fuzzer's way to a month of the log.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| legwork_fuzz::decoders::archive::month(bytes));
