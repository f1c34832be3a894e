//! Who may ask: browsers that came here by this computer's own name.

use std::net::{IpAddr, SocketAddr};

/// Who may ask.
///
/// Another site can make its own name point to this computer (DNS rebinding) and would then be
/// allowed to read the answers; but the browser still says that other name.
#[derive(Clone, Copy, Debug)]
pub struct Visitors {
    port: u16,
    /// Whether other computers may come. They use this computer's number, which cannot be
    /// rebound, because no name is looked up.
    includes_network: bool,
}

impl Visitors {
    /// The visitors of a server that listens at an address.
    pub fn of(address: SocketAddr) -> Self {
        Self {
            port: address.port(),
            includes_network: !address.ip().is_loopback(),
        }
    }

    /// Whether other computers may come.
    pub fn includes_network(self) -> bool {
        self.includes_network
    }

    /// Whether a `Host` header names this computer and our port.
    pub fn includes_host(self, host: &str) -> bool {
        let (name, port) = match host.rsplit_once(':') {
            // An IPv6 address without a port: `[::1]`.
            Some(_) if host.ends_with(']') => (host, 80),
            Some((name, port)) => match port.parse() {
                Ok(port) => (name, port),
                Err(_) => return false,
            },
            None => (host, 80),
        };
        let is_local =
            matches!(name, "127.0.0.1" | "[::1]") || name.eq_ignore_ascii_case("localhost");
        let number = name.trim_start_matches('[').trim_end_matches(']');
        let is_number = number.parse::<IpAddr>().is_ok();
        port == self.port && (is_local || (self.includes_network && is_number))
    }

    /// Whether an `Origin` header names a page of this preview.
    pub fn includes_origin(self, origin: &str) -> bool {
        origin
            .strip_prefix("http://")
            .is_some_and(|host| self.includes_host(host))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_computers_own_names_are_ours() {
        let visitors = Visitors::of("127.0.0.1:4000".parse().unwrap());
        for host in [
            "localhost:4000",
            "LOCALHOST:4000",
            "127.0.0.1:4000",
            "[::1]:4000",
        ] {
            assert!(visitors.includes_host(host), "{host}");
            assert!(visitors.includes_origin(&format!("http://{host}")));
        }
        for host in [
            "evil.example:4000",
            "localhost",
            "localhost:4001",
            "127.0.0.1.evil.example:4000",
            "",
            "192.168.1.5:4000",
            "[::1]",
            "localhost:4000:4000",
        ] {
            assert!(!visitors.includes_host(host), "{host}");
        }
        assert!(!visitors.includes_origin("null"));
        assert!(!visitors.includes_origin("https://localhost:4000"));
    }

    #[test]
    fn the_network_comes_by_number_and_never_by_name() {
        let visitors = Visitors::of("0.0.0.0:4000".parse().unwrap());
        assert!(visitors.includes_host("192.168.1.5:4000"));
        assert!(!visitors.includes_host("evil.example:4000"));
    }
}
