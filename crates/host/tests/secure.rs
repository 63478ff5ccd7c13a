//! What a browser gets over TLS.
#![cfg(feature = "secure")]

mod common;

use std::sync::Arc;

use common::{Outcome, site};
use host::{Options, Server};
use http_body_util::{BodyExt, Empty};
use hyper_util::rt::{TokioExecutor, TokioIo};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};
use tokio_rustls::{
    TlsConnector,
    client::TlsStream,
    rustls::{
        ClientConfig, DigitallySignedStruct, Error, SignatureScheme,
        client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier},
        crypto::ring::default_provider,
        pki_types::{CertificateDer, ServerName, UnixTime},
    },
};

/// Trusts one key, as a browser does that was given its hash.
#[derive(Debug)]
struct Only(Vec<u8>);

impl ServerCertVerifier for Only {
    fn verify_server_cert(
        &self,
        certificate: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        let there = certificate.windows(self.0.len()).any(|part| part == self.0);
        if there { Ok(ServerCertVerified::assertion()) } else { Err(Error::DecryptError) }
    }

    fn verify_tls12_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        Err(Error::DecryptError)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let known = default_provider().signature_verification_algorithms;
        tokio_rustls::rustls::crypto::verify_tls13_signature(message, certificate, signed, &known)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        default_provider().signature_verification_algorithms.supported_schemes()
    }
}

type Connected = Result<TlsStream<TcpStream>, Box<dyn std::error::Error>>;

async fn connect(server: &Server, key: &[u8], protocol: &str) -> Connected {
    let mut config = ClientConfig::builder_with_provider(Arc::new(default_provider()))
        .with_safe_default_protocol_versions()?
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(Only(key.to_vec())))
        .with_no_client_auth();
    config.alpn_protocols = vec![protocol.into()];
    let stream = TcpStream::connect(("127.0.0.1", server.port())).await?;
    let connector = TlsConnector::from(Arc::new(config));
    Ok(connector.connect("127.0.0.1".try_into()?, stream).await?)
}

async fn serve() -> Result<(tempfile::TempDir, Server), Box<dyn std::error::Error>> {
    let folder = site()?;
    let root = folder.path().to_owned();
    let options = Options { root, base: "/".into(), port: None, reload: false };
    let server = Server::start_secure(options).await?;
    Ok((folder, server))
}

#[tokio::test]
async fn a_client_that_knows_http2_gets_it_and_many_answers_over_one_connection() -> Outcome {
    let (_folder, server) = serve().await?;
    assert_eq!(server.url(), format!("https://127.0.0.1:{}/", server.port()));
    let stream = connect(&server, server.key().ok_or("no key")?, "h2").await?;
    assert_eq!(stream.get_ref().1.alpn_protocol(), Some(&b"h2"[..]));
    let (mut asks, connection) =
        hyper::client::conn::http2::handshake(TokioExecutor::new(), TokioIo::new(stream)).await?;
    tokio::spawn(connection);
    for (path, status, body) in
        [("/", 200, &b"<body>home</body>"[..]), ("/none/", 404, b"<body>nothing here</body>")]
    {
        let address = format!("{}{}", server.url().trim_end_matches('/'), path);
        let request = http::Request::get(address).body(Empty::<bytes::Bytes>::new())?;
        let answer = asks.send_request(request).await?;
        assert_eq!(answer.status(), status, "{path}");
        assert_eq!(answer.into_body().collect().await?.to_bytes(), body, "{path}");
    }
    assert_eq!(server.log().paths(), ["/", "/none/"]);
    Ok(())
}

#[tokio::test]
async fn a_client_that_does_not_know_http2_is_answered_as_well() -> Outcome {
    let (_folder, server) = serve().await?;
    let mut stream = connect(&server, server.key().ok_or("no key")?, "http/1.1").await?;
    stream.write_all(b"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").await?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await?;
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    assert!(answer.ends_with("<body>home</body>"), "{answer}");
    Ok(())
}

#[tokio::test]
async fn each_server_has_a_key_of_its_own() -> Outcome {
    let ((_one, first), (_two, second)) = (serve().await?, serve().await?);
    let others = second.key().ok_or("no key")?;
    assert!(connect(&first, others, "h2").await.is_err());
    Ok(())
}
