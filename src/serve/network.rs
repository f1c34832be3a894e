//! By which number other computers find this one.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, UdpSocket};

/// Where this computer itself finds a server that listens at an address.
pub fn local(listening: SocketAddr) -> SocketAddr {
    let ip = match listening.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => IpAddr::V4(Ipv4Addr::LOCALHOST),
        IpAddr::V6(ip) if ip.is_unspecified() => IpAddr::V6(Ipv6Addr::LOCALHOST),
        ip => ip,
    };
    SocketAddr::new(ip, listening.port())
}

/// Where other computers find it; `None` where they do not, or this computer is on no network.
pub fn public(listening: SocketAddr) -> Option<SocketAddr> {
    let ip = listening.ip();
    if ip.is_loopback() {
        return None;
    }
    if !ip.is_unspecified() {
        return Some(listening);
    }
    // Nothing is sent: to connect a socket for datagrams only chooses the way they would take. The
    // addresses are for documentation (RFC 5737, RFC 3849), so the way is the usual one.
    let (any, far): (SocketAddr, SocketAddr) = if ip.is_ipv4() {
        (
            SocketAddr::from((Ipv4Addr::UNSPECIFIED, 0)),
            SocketAddr::from((Ipv4Addr::new(192, 0, 2, 1), 9)),
        )
    } else {
        (
            SocketAddr::from((Ipv6Addr::UNSPECIFIED, 0)),
            SocketAddr::from((Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 1), 9)),
        )
    };
    let socket = UdpSocket::bind(any).ok()?;
    socket.connect(far).ok()?;
    let own = socket.local_addr().ok()?.ip();
    (!own.is_loopback() && !own.is_unspecified()).then(|| SocketAddr::new(own, listening.port()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_for_this_computer_is_found_by_no_other() {
        let address: SocketAddr = "127.0.0.1:4000".parse().unwrap();
        assert_eq!(local(address), address);
        assert_eq!(public(address), None);
    }

    #[test]
    fn a_server_for_all_is_never_named_by_the_number_that_means_all() {
        for all in ["0.0.0.0:4000", "[::]:4000"] {
            let all: SocketAddr = all.parse().unwrap();
            assert!(local(all).ip().is_loopback());
            assert!(public(all).is_none_or(|address| !address.ip().is_unspecified()));
        }
        let one: SocketAddr = "192.168.1.5:4000".parse().unwrap();
        assert_eq!((local(one), public(one)), (one, Some(one)));
    }
}
