//! The port to serve on.

use std::net::{Ipv4Addr, TcpListener};

use crate::fail::Fail;
use crate::say;

/// How many ports to try.
const TRIES: u16 = 50;

/// This port, or the next that nobody has taken.
pub fn free_from(wanted: u16) -> Result<u16, Fail> {
    let last = wanted.saturating_add(TRIES);
    let found = (wanted..=last).find(|&port| free(port)).ok_or_else(|| {
        Fail::Wrong(format!(
            "the ports from {wanted} to {last} are all taken; name another: --port N"
        ))
    })?;
    if found != wanted {
        say::notice(&format!("port {wanted} is taken, so this is {found}"));
    }
    Ok(found)
}

fn free(port: u16) -> bool {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_is_passed_over() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
        let port = taken.local_addr().expect("an address").port();
        assert!(free_from(port).expect("another port") > port);
    }
}
