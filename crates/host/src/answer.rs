//! What a request is answered with.

use std::{
    path::{Path, PathBuf},
    sync::{Arc, PoisonError, RwLock},
};

use axum::{
    Router,
    body::Body,
    extract::{Request, State},
};
use http::{
    Extensions, HeaderMap, HeaderName, HeaderValue, Method, Response, StatusCode, Version, header,
};
use tokio::sync::broadcast::Sender;
use tower_http::compression::CompressionLayer;

use crate::{
    etag,
    files::{self, Found},
    headers_file::Rules,
    kinds,
    pack::{self, Effort},
    range::{self, Part},
    reload,
};

/// What every answer of one server needs.
#[derive(Debug)]
pub struct Site {
    /// The folder, which can be exchanged while pages are open.
    pub root: RwLock<PathBuf>,
    /// The path that the site lives under.
    pub base: String,
    /// How hard its files are packed.
    pub effort: Effort,
    /// Where reloads are announced, while the site is worked on.
    pub reload: Option<Sender<()>>,
}

impl Site {
    fn root(&self) -> PathBuf {
        self.root.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// Everything that answers, with text compressed on the way out where it was not packed before.
pub fn router(site: Arc<Site>) -> Router {
    let packed = |_: StatusCode, _: Version, headers: &HeaderMap, _: &Extensions| {
        text(headers, header::CONTENT_TYPE).is_some_and(kinds::compressible)
    };
    Router::new()
        .fallback(answer)
        .layer(CompressionLayer::new().compress_when(packed))
        .with_state(site)
}

fn text(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    headers.get(name)?.to_str().ok()
}

async fn answer(State(site): State<Arc<Site>>, request: Request) -> Response<Body> {
    if request.method() != Method::GET && request.method() != Method::HEAD {
        let mut refused = plain(StatusCode::METHOD_NOT_ALLOWED, Vec::new());
        refused.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
        return refused;
    }
    let path = request.uri().path();
    let root = site.root();
    let Some(inside) = files::inside(&site.base, path) else {
        if format!("{path}/") == site.base {
            return with_slash(&request);
        }
        return missing(&site, &root, None).await;
    };
    if let Some(sender) = &site.reload {
        match inside {
            reload::CHANNEL => return reload::channel(sender),
            reload::SCRIPT => return script(reload::LISTENER),
            _ => {}
        }
    }
    let mut response = match files::find(&root, inside).await {
        Found::File(file) => send(&site, &file, request.headers()).await,
        Found::Folder => with_slash(&request),
        Found::Nothing => missing(&site, &root, Some(inside)).await,
    };
    // As CDNs do: keep it, but ask each time whether it is still good.
    if !response.headers().contains_key(header::CACHE_CONTROL) {
        let ask = HeaderValue::from_static("public, max-age=0, must-revalidate");
        response.headers_mut().insert(header::CACHE_CONTROL, ask);
    }
    let rules = tokio::fs::read_to_string(root.join("_headers")).await.unwrap_or_default();
    Rules::parse(&rules).apply(path, response.headers_mut());
    if site.reload.is_some() {
        let always_ask = HeaderValue::from_static("no-cache");
        response.headers_mut().insert(header::CACHE_CONTROL, always_ask);
    }
    response
}

fn plain(status: StatusCode, body: Vec<u8>) -> Response<Body> {
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = status;
    response
}

fn script(text: &'static str) -> Response<Body> {
    let mut response = plain(StatusCode::OK, text.as_bytes().to_vec());
    let headers = response.headers_mut();
    let kind = kinds::content_type(Path::new("a.js"));
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    response
}

fn with_slash(request: &Request) -> Response<Body> {
    let mut to = format!("{}/", request.uri().path());
    if let Some(query) = request.uri().query() {
        to = format!("{to}?{query}");
    }
    let mut response = plain(StatusCode::MOVED_PERMANENTLY, Vec::new());
    if let Ok(to) = to.parse() {
        response.headers_mut().insert(header::LOCATION, to);
    }
    response
}

/// The site's own page for what is not there, or a bare answer where the site has none.
async fn missing(site: &Site, root: &Path, inside: Option<&str>) -> Response<Body> {
    let file = root.join("404.html");
    let own = if inside.is_some() { tokio::fs::read(&file).await.ok() } else { None };
    let Some(mut page) = own else {
        return plain(StatusCode::NOT_FOUND, b"404 Not Found\n".to_vec());
    };
    if site.reload.is_some() {
        page = reload::with_listener(page, &site.base);
    }
    let mut response = plain(StatusCode::NOT_FOUND, page);
    let kind = HeaderValue::from_static(kinds::content_type(&file));
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    response
}

async fn send(site: &Site, file: &Path, asked: &HeaderMap) -> Response<Body> {
    let Ok(mut bytes) = tokio::fs::read(file).await else {
        return plain(StatusCode::NOT_FOUND, b"404 Not Found\n".to_vec());
    };
    let kind = kinds::content_type(file);
    let page = file.extension().is_some_and(|end| end == "html");
    if page && site.reload.is_some() {
        bytes = reload::with_listener(bytes, &site.base);
    }
    let packed = kinds::compressible(kind);
    let mark = etag::of(&bytes, packed);
    let part = match text(asked, header::RANGE) {
        // A range of a file that has changed since would not fit what the player has.
        Some(_) if text(asked, header::IF_RANGE).is_some_and(|had| had != mark) => Part::Whole,
        Some(wanted) => range::parse(wanted, bytes.len()),
        None => Part::Whole,
    };
    let mut response = Response::new(Body::empty());
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    if let Ok(mark) = HeaderValue::from_str(&mark) {
        headers.insert(header::ETAG, mark);
    }
    if packed {
        headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    }
    if text(asked, header::IF_NONE_MATCH).is_some_and(|had| etag::matches(had, &mark)) {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        return response;
    }
    match part {
        Part::Whole => {
            *response.body_mut() = if packed && takes_brotli(asked) && site.reload.is_none() {
                headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
                match precompressed(file).await {
                    Some(ready) => Body::from(ready),
                    None => Body::from(pack::ready(&mark, &bytes, site.effort).await),
                }
            } else {
                Body::from(bytes)
            };
        }
        Part::Bytes(range) => {
            let of = format!("bytes {}-{}/{}", range.start, range.end - 1, bytes.len());
            if let Ok(of) = HeaderValue::from_str(&of) {
                headers.insert(header::CONTENT_RANGE, of);
            }
            *response.status_mut() = StatusCode::PARTIAL_CONTENT;
            *response.body_mut() = Body::from(bytes[range].to_vec());
        }
        Part::Outside => {
            if let Ok(of) = HeaderValue::from_str(&format!("bytes */{}", bytes.len())) {
                headers.insert(header::CONTENT_RANGE, of);
            }
            *response.status_mut() = StatusCode::RANGE_NOT_SATISFIABLE;
        }
    }
    response
}

/// The file that the site brings along in brotli.
async fn precompressed(file: &Path) -> Option<Vec<u8>> {
    let mut name = file.as_os_str().to_owned();
    name.push(".br");
    tokio::fs::read(Path::new(&name)).await.ok()
}

fn takes_brotli(asked: &HeaderMap) -> bool {
    let codings = text(asked, header::ACCEPT_ENCODING).unwrap_or_default();
    codings.split(',').any(|coding| {
        let (name, quality) = coding.split_once(';').unwrap_or((coding, ""));
        let refused = quality.trim().strip_prefix("q=").and_then(|q| q.parse::<f32>().ok());
        name.trim() == "br" && refused != Some(0.0)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brotli_is_sent_to_whom_takes_it() {
        let cases = [
            ("gzip, deflate, br, zstd", true),
            ("br;q=0.5", true),
            ("br;q=0", false),
            ("gzip", false),
            ("", false),
        ];
        for (accepted, expected) in cases {
            let mut headers = HeaderMap::new();
            if let Ok(value) = accepted.parse() {
                headers.insert(header::ACCEPT_ENCODING, value);
            }
            assert_eq!(takes_brotli(&headers), expected, "{accepted}");
        }
    }
}
