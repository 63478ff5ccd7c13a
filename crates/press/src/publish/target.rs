//! Where a site goes.

use std::env;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use object_store::aws::{AmazonS3Builder, AmazonS3ConfigKey};
use object_store::local::LocalFileSystem;
use object_store::prefix::PrefixStore;
use object_store::{BackoffConfig, ClientConfigKey, ObjectStore, RetryConfig};
use rustls::crypto::ring;

/// How often something is asked again that failed for a reason that may pass, and after how long the
/// first time, at least. Later pauses are longer, by chance up to three times the one before.
const RETRIES: usize = 10;
const PAUSE: Duration = Duration::from_millis(400);
/// How long a request may take: a part of a film, on a slow line that others share.
const TIMEOUT: Duration = Duration::from_secs(300);

/// The variables of which one says how to get credentials.
const CREDENTIALS: [&str; 5] = [
    "AWS_ACCESS_KEY_ID",
    "AWS_WEB_IDENTITY_TOKEN_FILE",
    "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
    "AWS_CONTAINER_CREDENTIALS_FULL_URI",
    "AWS_METADATA_ENDPOINT",
];

/// A target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A bucket of a store that speaks as S3 does.
    Bucket {
        /// Its name.
        bucket: String,
        /// The folder in it, without slashes at its ends; empty for none.
        prefix: String,
        /// The store's address, where it is not Amazon's and no variable names it.
        endpoint: Option<String>,
    },
    /// A folder.
    Folder(PathBuf),
}

/// Why a target cannot be used.
#[derive(Debug)]
pub enum TargetError {
    /// It is written like an address, of a kind that is not known.
    Unknown(String),
    /// It names no bucket.
    NoBucket,
    /// No variable tells how to get credentials.
    NoCredentials,
    /// The folder cannot be made or used.
    Folder(PathBuf, io::Error),
    /// The target's folder is in the site's, or the site's in it.
    Within(PathBuf),
    /// The library refuses it.
    Store(object_store::Error),
}

impl std::error::Error for TargetError {}

impl fmt::Display for TargetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown(text) => {
                write!(f, "{text}: publish to s3://BUCKET, s3://BUCKET/FOLDER or a folder")
            }
            Self::NoBucket => write!(f, "s3:// is followed by the name of a bucket"),
            Self::NoCredentials => write!(
                f,
                "no credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (and AWS_REGION); \
                 on a machine with a role of its own, AWS_METADATA_ENDPOINT"
            ),
            Self::Folder(path, error) => write!(f, "{}: {error}", path.display()),
            Self::Within(path) => {
                write!(f, "{}: site and target cannot lie in each other", path.display())
            }
            Self::Store(error) => error.fmt(f),
        }
    }
}

/// A target that is open.
#[derive(Debug)]
pub(super) struct Store {
    /// What takes the files.
    pub store: Arc<dyn ObjectStore>,
    /// Whether it keeps headers with them.
    pub headers: bool,
}

impl Target {
    /// Reads what was typed.
    ///
    /// # Errors
    /// Where it is an address of an unknown kind, or one without a bucket.
    pub fn read(text: &str, endpoint: Option<String>) -> Result<Self, TargetError> {
        if let Some(rest) = text.strip_prefix("s3://") {
            let (bucket, prefix) = rest.split_once('/').unwrap_or((rest, ""));
            if bucket.is_empty() {
                return Err(TargetError::NoBucket);
            }
            let prefix = prefix.trim_matches('/').to_owned();
            return Ok(Self::Bucket { bucket: bucket.to_owned(), prefix, endpoint });
        }
        match text.contains("://") {
            true => Err(TargetError::Unknown(text.to_owned())),
            false => Ok(Self::Folder(PathBuf::from(text))),
        }
    }

    /// Opens it for a site that lies in this folder.
    pub(super) fn open(&self, site: &Path) -> Result<Store, TargetError> {
        match self {
            Self::Folder(folder) => open_folder(folder, site),
            Self::Bucket { bucket, prefix, endpoint } => {
                let set = |name: &&str| env::var_os(name).is_some_and(|value| !value.is_empty());
                if !CREDENTIALS.iter().any(set) {
                    return Err(TargetError::NoCredentials);
                }
                open_bucket(bucket, prefix, endpoint.as_deref())
            }
        }
    }
}

fn open_folder(folder: &Path, site: &Path) -> Result<Store, TargetError> {
    let wrong = |error| TargetError::Folder(folder.to_owned(), error);
    fs::create_dir_all(folder).map_err(wrong)?;
    let (target, site) =
        (folder.canonicalize().map_err(wrong)?, site.canonicalize().map_err(wrong)?);
    if target.starts_with(&site) || site.starts_with(&target) {
        return Err(TargetError::Within(folder.to_owned()));
    }
    let store = LocalFileSystem::new_with_prefix(target).map_err(TargetError::Store)?;
    Ok(Store { store: Arc::new(store.with_automatic_cleanup(true)), headers: false })
}

fn open_bucket(bucket: &str, prefix: &str, endpoint: Option<&str>) -> Result<Store, TargetError> {
    // TLS by ring. Where it is chosen already, it is this one: there is no other in the program.
    drop(ring::default_provider().install_default());
    let retry = RetryConfig {
        backoff: BackoffConfig { init_backoff: PAUSE, base: 3.0, ..BackoffConfig::default() },
        max_retries: RETRIES,
        retry_timeout: TIMEOUT,
    };
    let builder = set(AmazonS3Builder::from_env(), endpoint)
        .with_bucket_name(bucket)
        .with_retry(retry)
        // One by one: not every store knows the other way.
        .with_disable_bulk_delete(true);
    let store = builder.build().map_err(TargetError::Store)?;
    let store: Arc<dyn ObjectStore> = match prefix {
        "" => Arc::new(store),
        prefix => Arc::new(PrefixStore::new(store, prefix)),
    };
    Ok(Store { store, headers: true })
}

/// What is set beside what the variables say, and never against it.
fn set(mut builder: AmazonS3Builder, endpoint: Option<&str>) -> AmazonS3Builder {
    if let Some(endpoint) = endpoint {
        // The one of its two names that counts where both are set.
        builder = builder.with_config(AmazonS3ConfigKey::S3Endpoint, endpoint);
    }
    let timeout = AmazonS3ConfigKey::Client(ClientConfigKey::Timeout);
    let usual = AmazonS3Builder::new().get_config_value(&timeout);
    let short = builder.get_config_value(&timeout) == usual;
    // A store on this machine, or one behind a wall: who names it in clear text means it.
    let clear = address(&builder).is_some_and(|address| address.starts_with("http://"));
    if clear {
        builder = builder.with_allow_http(true);
    }
    if short {
        builder = builder.with_config(timeout, format!("{}s", TIMEOUT.as_secs()));
    }
    builder
}

fn address(builder: &AmazonS3Builder) -> Option<String> {
    let names = [AmazonS3ConfigKey::S3Endpoint, AmazonS3ConfigKey::Endpoint];
    names.iter().find_map(|name| builder.get_config_value(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_variables_say_holds() {
        let (http, https) = ("http://127.0.0.1:9000", "https://store.example");
        type Row<'a> = (&'a [(&'a str, &'a str)], Option<&'a str>, [&'a str; 4]);
        let table: [Row<'_>; 8] = [
            (&[], None, ["", "false", "300s", ""]),
            (&[], Some(http), [http, "true", "300s", ""]),
            (&[("aws_endpoint_url", http)], None, [http, "true", "300s", ""]),
            (&[("aws_endpoint_url", https)], None, [https, "false", "300s", ""]),
            (&[("aws_endpoint_url", http)], Some(https), [https, "false", "300s", ""]),
            (&[("aws_endpoint_url_s3", https)], Some(http), [http, "true", "300s", ""]),
            (&[("aws_allow_http", "true")], Some(https), [https, "true", "300s", ""]),
            (
                &[("aws_timeout", "9s"), ("aws_proxy_url", "http://proxy")],
                None,
                ["", "false", "9s", "http://proxy"],
            ),
        ];
        let client = AmazonS3ConfigKey::Client;
        let keys =
            [ClientConfigKey::AllowHttp, ClientConfigKey::Timeout, ClientConfigKey::ProxyUrl];
        let keys = keys.map(client);
        for (variables, endpoint, expected) in table {
            let read = variables.iter().fold(AmazonS3Builder::new(), |builder, (key, value)| {
                builder.with_config(key.parse().expect(key), *value)
            });
            let set = set(read, endpoint);
            let [clear, timeout, proxy] = keys.each_ref().map(|key| set.get_config_value(key));
            let told = [address(&set), clear, timeout, proxy].map(Option::unwrap_or_default);
            assert_eq!(told, expected, "{variables:?} {endpoint:?}");
        }
    }

    #[test]
    fn buckets_and_folders_are_told_apart() {
        let bucket = |bucket: &str, prefix: &str| Target::Bucket {
            bucket: bucket.to_owned(),
            prefix: prefix.to_owned(),
            endpoint: None,
        };
        let table = [
            ("s3://bao", bucket("bao", "")),
            ("s3://bao/", bucket("bao", "")),
            ("s3://bao/a/b/", bucket("bao", "a/b")),
            ("/srv/bao", Target::Folder(PathBuf::from("/srv/bao"))),
            ("bao", Target::Folder(PathBuf::from("bao"))),
        ];
        for (text, expected) in table {
            assert_eq!(Target::read(text, None).expect(text), expected);
        }
        for text in ["s3://", "s3:///a", "ftp://bao", "https://bao.example"] {
            assert!(Target::read(text, None).is_err(), "{text}");
        }
    }
}
