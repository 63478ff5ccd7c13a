use std::io::Write;

/// A line for whoever asked. Nobody reads on where the pipe is closed (`press check | head`).
pub fn say(line: &str) {
    drop(writeln!(std::io::stdout(), "{line}"));
}

/// A line about what is wrong.
pub fn complain(line: &str) {
    drop(writeln!(std::io::stderr(), "{line}"));
}

/// Bytes as they are, for whoever asked.
pub fn pour(bytes: &[u8]) {
    drop(std::io::stdout().write_all(bytes));
}
