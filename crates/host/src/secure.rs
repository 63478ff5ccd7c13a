//! TLS with a certificate that is made at each start, so that browsers speak HTTP/2.

use std::{io, sync::Arc};

use rcgen::{CertifiedKey, PublicKeyData, generate_simple_self_signed};
use tokio::net::TcpStream;
use tokio_rustls::{
    TlsAcceptor,
    rustls::{
        ServerConfig,
        crypto::ring::default_provider,
        pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer},
        version::TLS13,
    },
    server::TlsStream,
};

/// What the protocols are called while a connection is agreed upon.
const H2: &[u8] = b"h2";
const HTTP1: &[u8] = b"http/1.1";

/// A certificate for `127.0.0.1`, its key, and what speaks with them.
#[derive(Clone)]
pub struct Secure {
    acceptor: TlsAcceptor,
    key: Vec<u8>,
}

impl Secure {
    /// Makes a key and a certificate.
    pub fn new() -> io::Result<Self> {
        let CertifiedKey { cert, signing_key } =
            generate_simple_self_signed(["127.0.0.1".to_owned()]).map_err(io::Error::other)?;
        let private = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(signing_key.serialize_der()));
        let mut config = ServerConfig::builder_with_provider(Arc::new(default_provider()))
            .with_protocol_versions(&[&TLS13])
            .and_then(|config| {
                config.with_no_client_auth().with_single_cert(vec![cert.der().clone()], private)
            })
            .map_err(io::Error::other)?;
        config.alpn_protocols = vec![H2.to_vec(), HTTP1.to_vec()];
        let key = signing_key.subject_public_key_info();
        Ok(Self { acceptor: TlsAcceptor::from(Arc::new(config)), key })
    }

    /// The public key in DER (`SubjectPublicKeyInfo`), by whose hash a browser can be told to
    /// trust it.
    pub fn key(&self) -> &[u8] {
        &self.key
    }

    /// Agrees with a client on a key, and on a protocol.
    pub async fn accept(&self, stream: TcpStream) -> io::Result<TlsStream<TcpStream>> {
        self.acceptor.accept(stream).await
    }
}

/// Whether a client has chosen HTTP/2.
pub fn is_h2(stream: &TlsStream<TcpStream>) -> bool {
    stream.get_ref().1.alpn_protocol() == Some(H2)
}

impl std::fmt::Debug for Secure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Secure").finish_non_exhaustive()
    }
}
