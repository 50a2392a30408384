//! The fuzzer's way to a LiftLog file.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| legwork_fuzz::decoders::exchange::liftlog(bytes));
