//! Faults on purpose, for tests: what a bad line or a broken host does to single addresses.

use std::{
    io,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use axum::body::Body;
use bytes::Bytes;
use futures_util::{StreamExt, stream};
use http::{HeaderValue, Response, StatusCode, header};
use http_body_util::BodyExt;

/// Which addresses a fault is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum On {
    /// Every address.
    All,
    /// This path and no other.
    Path(String),
    /// Paths that start so.
    Start(String),
    /// Paths that end so.
    End(String),
}

impl On {
    /// Paths that start so.
    pub fn start(text: impl Into<String>) -> Self {
        Self::Start(text.into())
    }

    /// Paths that end so.
    pub fn end(text: impl Into<String>) -> Self {
        Self::End(text.into())
    }

    /// This path and no other.
    pub fn path(text: impl Into<String>) -> Self {
        Self::Path(text.into())
    }

    fn fits(&self, path: &str) -> bool {
        match self {
            Self::All => true,
            Self::Path(whole) => path == whole,
            Self::Start(start) => path.starts_with(start.as_str()),
            Self::End(end) => path.ends_with(end.as_str()),
        }
    }
}

/// What goes wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The answer comes late.
    Delay(Duration),
    /// The host answers with this status and a page of its own.
    Status(u16),
    /// The connection breaks after this many bytes of the body.
    CutAfter(usize),
    /// The body comes bit by bit: a pause, then so many bytes. Unpacked, so that who asks for a
    /// break at some place in a text has it there.
    Trickle(usize, Duration),
    /// The right status and type, and this instead of the file.
    Body(Vec<u8>),
    /// The connection is closed without an answer.
    Drop,
}

#[derive(Debug)]
struct Rule {
    on: On,
    fault: Fault,
    left: Option<usize>,
}

/// The faults of one server. Clones share them.
#[derive(Debug, Clone, Default)]
pub struct Faults(Arc<Mutex<Vec<Rule>>>);

impl Faults {
    /// From now on, these addresses have this fault.
    pub fn add(&self, on: On, fault: Fault) {
        self.push(Rule { on, fault, left: None });
    }

    /// The next so many requests for these addresses have this fault.
    pub fn times(&self, times: usize, on: On, fault: Fault) {
        self.push(Rule { on, fault, left: Some(times) });
    }

    /// All is well again.
    pub fn clear(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    fn push(&self, rule: Rule) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(rule);
    }

    /// What happens to a request for this path: every delay that fits, and the first other fault.
    pub(crate) fn meet(&self, path: &str) -> (Duration, Option<Fault>) {
        let mut rules = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut late = Duration::ZERO;
        let mut other = None;
        for rule in rules.iter_mut().filter(|rule| rule.on.fits(path) && rule.left != Some(0)) {
            match &rule.fault {
                Fault::Delay(by) => late += *by,
                _ if other.is_some() => continue,
                fault => other = Some(fault.clone()),
            }
            rule.left = rule.left.map(|left| left - 1);
        }
        (late, other)
    }
}

/// A server's page of its own, for a status.
pub fn status(code: u16) -> Response<Body> {
    let code = StatusCode::from_u16(code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let page = format!("<!doctype html><title>{code}</title><p>{code}</p>");
    let mut response = Response::new(Body::from(page));
    *response.status_mut() = code;
    let html = HeaderValue::from_static("text/html; charset=utf-8");
    response.headers_mut().insert(header::CONTENT_TYPE, html);
    response
}

/// The same answer with another body.
pub fn instead(response: Response<Body>, body: Vec<u8>) -> Response<Body> {
    let (mut parts, _) = response.into_parts();
    for name in [header::CONTENT_ENCODING, header::CONTENT_LENGTH, header::ETAG] {
        parts.headers.remove(name);
    }
    Response::from_parts(parts, Body::from(body))
}

/// The same answer, bit by bit.
pub async fn trickle(response: Response<Body>, bytes: usize, pause: Duration) -> Response<Body> {
    let (parts, body) = response.into_parts();
    let whole = body.collect().await.map(http_body_util::Collected::to_bytes).unwrap_or_default();
    let chunks = stream::unfold(whole, move |mut rest| async move {
        if rest.is_empty() {
            return None;
        }
        tokio::time::sleep(pause).await;
        let chunk = rest.split_to(bytes.clamp(1, rest.len()));
        Some((Ok::<Bytes, io::Error>(chunk), rest))
    });
    Response::from_parts(parts, Body::from_stream(chunks))
}

/// The same answer, broken off.
pub async fn cut(response: Response<Body>, after: usize) -> Response<Body> {
    let (mut parts, body) = response.into_parts();
    let whole = body.collect().await.map(http_body_util::Collected::to_bytes).unwrap_or_default();
    parts.headers.insert(header::CONTENT_LENGTH, HeaderValue::from(whole.len()));
    let begun = whole.slice(..after.min(whole.len()));
    // The pause lets the beginning reach the reader before the connection goes: a browser that
    // meets the break before it has looked at what came throws that away, too.
    let broken = stream::once(async {
        tokio::time::sleep(Duration::from_millis(300)).await;
        Err(io::Error::from(io::ErrorKind::ConnectionReset))
    });
    let chunks = stream::once(async { Ok::<Bytes, io::Error>(begun) }).chain(broken);
    Response::from_parts(parts, Body::from_stream(chunks))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delays_add_up_and_the_first_other_fault_counts() {
        let faults = Faults::default();
        faults.add(On::All, Fault::Delay(Duration::from_secs(1)));
        faults.add(On::end(".json"), Fault::Delay(Duration::from_secs(2)));
        faults.times(1, On::start("/content/"), Fault::Status(500));
        faults.add(On::path("/content/site.json"), Fault::Drop);
        let met = faults.meet("/content/site.json");
        assert_eq!(met, (Duration::from_secs(3), Some(Fault::Status(500))));
        assert_eq!(faults.meet("/content/site.json").1, Some(Fault::Drop));
        assert_eq!(faults.meet("/content/home.json").1, None);
        faults.clear();
        assert_eq!(faults.meet("/content/site.json"), (Duration::ZERO, None));
    }
}
