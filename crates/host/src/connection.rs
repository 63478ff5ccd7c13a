//! Taking connections, and answering on them.

use std::{fmt, io, sync::Arc};

use axum::{Router, body::Body};
use http::{Request, Response, header};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::{TcpListener, TcpStream},
    task::JoinSet,
};
use tower::ServiceExt;

use crate::{
    Fault, Faults, Log,
    faults::{cut, instead, status, trickle},
};

/// What a connection needs to answer.
#[derive(Debug)]
pub struct Desk {
    /// What answers.
    pub router: Router,
    /// What goes wrong on purpose.
    pub faults: Faults,
    /// What was asked.
    pub log: Log,
    /// What speaks TLS, where it is asked for.
    #[cfg(feature = "secure")]
    pub secure: Option<crate::secure::Secure>,
}

/// Takes connections until it is dropped; those that are open go with it.
pub async fn take(listener: TcpListener, desk: Arc<Desk>) {
    let mut open = JoinSet::new();
    loop {
        tokio::select! {
            Some(_) = open.join_next() => {}
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => {
                    open.spawn(talk(stream, Arc::clone(&desk)));
                }
                // Out of file handles: a short rest lets some connections end.
                Err(_) => tokio::time::sleep(std::time::Duration::from_millis(50)).await,
            },
        }
    }
}

async fn talk(stream: TcpStream, desk: Arc<Desk>) {
    // Small answers go at once. Where the system will not have it, they are a little later.
    let _soon = stream.set_nodelay(true);
    #[cfg(feature = "secure")]
    if let Some(secure) = desk.secure.clone() {
        // A client that cannot agree is gone: there is nobody to tell.
        let Ok(stream) = secure.accept(stream).await else { return };
        if crate::secure::is_h2(&stream) {
            return many_at_a_time(stream, desk).await;
        }
        return one_by_one(stream, desk).await;
    }
    one_by_one(stream, desk).await;
}

async fn one_by_one(stream: impl AsyncRead + AsyncWrite + Unpin + 'static, desk: Arc<Desk>) {
    let service = service_fn(move |request| answer(Arc::clone(&desk), request));
    let http1 = http1::Builder::new().timer(TokioTimer::new()).to_owned();
    // A connection that breaks is the reader's affair: there is nobody to tell.
    let _ended = http1.serve_connection(TokioIo::new(stream), service).await;
}

#[cfg(feature = "secure")]
async fn many_at_a_time(stream: impl AsyncRead + AsyncWrite + Unpin + 'static, desk: Arc<Desk>) {
    use hyper::server::conn::http2;
    use hyper_util::rt::TokioExecutor;
    let service = service_fn(move |request| answer(Arc::clone(&desk), request));
    let http2 = http2::Builder::new(TokioExecutor::new()).timer(TokioTimer::new()).to_owned();
    let _ended = http2.serve_connection(TokioIo::new(stream), service).await;
}

async fn answer(desk: Arc<Desk>, request: Request<Incoming>) -> Result<Response<Body>, Dropped> {
    desk.log.note(&request);
    let (late, fault) = desk.faults.meet(request.uri().path());
    tokio::time::sleep(late).await;
    match fault {
        Some(Fault::Drop) => return Err(Dropped),
        Some(Fault::Status(code)) => return Ok(status(code)),
        _ => {}
    }
    let mut request = request;
    if fault.is_some() {
        // Else a browser that has the file would be told so, and not meet the fault.
        for name in [header::IF_NONE_MATCH, header::RANGE] {
            request.headers_mut().remove(name);
        }
    }
    if let Some(Fault::Trickle(..)) = fault {
        request.headers_mut().remove(header::ACCEPT_ENCODING);
    }
    let Ok(response) = desk.router.clone().oneshot(request.map(Body::new)).await;
    Ok(match fault {
        Some(Fault::CutAfter(bytes)) => cut(response, bytes).await,
        Some(Fault::Trickle(bytes, pause)) => trickle(response, bytes, pause).await,
        Some(Fault::Body(body)) => instead(response, body),
        _ => response,
    })
}

/// A connection closed without an answer.
#[derive(Debug)]
struct Dropped;

impl fmt::Display for Dropped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("closed without an answer, as asked")
    }
}

impl std::error::Error for Dropped {}

/// Listens on the loopback interface.
pub async fn listen(port: Option<u16>) -> io::Result<TcpListener> {
    TcpListener::bind((std::net::Ipv4Addr::LOCALHOST, port.unwrap_or(0))).await
}
