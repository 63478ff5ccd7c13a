//! Taking connections, and answering on them.

use std::{fmt, io, sync::Arc};

use axum::{Router, body::Body};
use http::{Request, Response, header};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::{net::TcpListener, task::JoinSet};
use tower::ServiceExt;

use crate::{
    Fault, Faults, Log,
    faults::{cut, instead, status},
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
}

/// Takes connections until it is dropped; those that are open go with it.
pub async fn take(listener: TcpListener, desk: Arc<Desk>) {
    let mut open = JoinSet::new();
    loop {
        tokio::select! {
            Some(_) = open.join_next() => {}
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => {
                    open.spawn(talk(TokioIo::new(stream), Arc::clone(&desk)));
                }
                // Out of file handles: a short rest lets some connections end.
                Err(_) => tokio::time::sleep(std::time::Duration::from_millis(50)).await,
            },
        }
    }
}

async fn talk(io: TokioIo<tokio::net::TcpStream>, desk: Arc<Desk>) {
    let service = service_fn(move |request| answer(Arc::clone(&desk), request));
    // A connection that breaks is the reader's affair: there is nobody to tell.
    let _ended = http1::Builder::new().timer(TokioTimer::new()).serve_connection(io, service).await;
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
    let Ok(response) = desk.router.clone().oneshot(request.map(Body::new)).await;
    Ok(match fault {
        Some(Fault::CutAfter(bytes)) => cut(response, bytes).await,
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
