//! What was asked for.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Instant,
};

use http::{HeaderMap, Method};

/// The headers that a log keeps.
const KEPT: [&str; 7] =
    ["accept-encoding", "if-none-match", "purpose", "range", "referer", "save-data", "sec-purpose"];

/// One request, as it came in.
#[derive(Debug, Clone)]
pub struct Asked {
    /// Its method.
    pub method: Method,
    /// Its path, as the browser wrote it.
    pub path: String,
    /// Its query, without the question mark.
    pub query: Option<String>,
    /// Those of its headers that tell how it was asked.
    pub headers: HeaderMap,
    /// When it came in.
    pub at: Instant,
}

/// Every request that a server has met, in order. Clones share one list.
#[derive(Debug, Clone, Default)]
pub struct Log(Arc<Mutex<Vec<Asked>>>);

impl Log {
    /// Everything that was asked since the start, or since it was last forgotten.
    pub fn all(&self) -> Vec<Asked> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The paths that were asked, in order, once for each time.
    pub fn paths(&self) -> Vec<String> {
        self.all().into_iter().map(|asked| asked.path).collect()
    }

    /// How often paths with this end were asked.
    pub fn count(&self, end: &str) -> usize {
        self.all().iter().filter(|asked| asked.path.ends_with(end)).count()
    }

    /// Starts anew.
    pub fn forget(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    pub(crate) fn note<B>(&self, request: &http::Request<B>) {
        let headers = KEPT.iter().filter_map(|&name| {
            let value = request.headers().get(name)?;
            Some((http::HeaderName::from_static(name), value.clone()))
        });
        let asked = Asked {
            method: request.method().clone(),
            path: request.uri().path().to_owned(),
            query: request.uri().query().map(str::to_owned),
            headers: headers.collect(),
            at: Instant::now(),
        };
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(asked);
    }
}
