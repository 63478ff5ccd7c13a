//! The same paper as Hugo has it: Markdown with the same words, and templates that write what our
//! pages say: the same head, header and footer, the story, six neighbours of its section, lists by
//! sixty, feeds.

use std::{fs, path::Path};

use e2e::Outcome;

use super::paper::{self, Article, SECTIONS};

/// Writes a folder of so many articles.
pub fn write(folder: &Path, articles: usize) -> Outcome {
    let put = |name: &str, text: &str| -> Outcome {
        let path = folder.join(name);
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        Ok(fs::write(path, text)?)
    };
    put("config.toml", CONFIG)?;
    put("layouts/_default/baseof.html", BASE)?;
    put("layouts/_default/single.html", SINGLE)?;
    put("layouts/_default/list.html", LIST)?;
    put("layouts/_default/rss.xml", RSS)?;
    put("layouts/index.html", HOME)?;
    put("layouts/404.html", NONE)?;
    put("layouts/partials/card.html", CARD)?;
    for number in 0..SECTIONS {
        let text = format!("---\ntitle: {}\n---\n", paper::section_name(number));
        put(&format!("content/{}/_index.md", paper::section(number)), &text)?;
    }
    for number in 1..=articles {
        add(folder, &paper::article(number, articles))?;
    }
    Ok(())
}

/// Writes one article.
pub fn add(folder: &Path, article: &Article) -> Outcome {
    let Article { title, lead, published, tags, paragraphs, .. } = article;
    let [first, second] = tags.map(paper::tag);
    let text = format!(
        "---\ntitle: \"{title}\"\ndate: {published}\nlead: \"{lead}\"\ntags: [\"{first}\", \"{second}\"]\n---\n\n{}\n",
        paragraphs.join("\n\n")
    );
    let name = format!("content/{}/{}.md", paper::section(article.section), paper::slug(article));
    Ok(fs::write(folder.join(name), text)?)
}

const CONFIG: &str = r#"baseURL = "https://bao.example/"
languageCode = "vi"
title = "Báo Lớn"
paginate = 60
enableRobotsTXT = true
disableKinds = ["taxonomy"]
ignoreErrors = ["error-disable-taxonomy"]
timeout = 3600000
[taxonomies]
tag = "tags"
[services.rss]
limit = 20
[outputs]
home = ["HTML", "RSS"]
section = ["HTML", "RSS"]
term = ["HTML", "RSS"]
page = ["HTML"]
"#;

const BASE: &str = r#"<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} | {{ site.Title }}</title>
<link rel="canonical" href="{{ .Permalink }}">
<meta name="description" content="{{ .Params.lead }}">
<meta property="og:type" content="{{ if .IsPage }}article{{ else }}website{{ end }}">
<meta property="og:title" content="{{ .Title }}">
<meta property="og:url" content="{{ .Permalink }}">
<meta property="og:site_name" content="{{ site.Title }}">
<meta property="og:locale" content="vi_VN">
<meta property="og:description" content="{{ .Params.lead }}">
<meta name="twitter:card" content="summary">
{{ with .OutputFormats.Get "RSS" }}<link rel="alternate" type="application/rss+xml" href="{{ .Permalink }}">{{ end }}
{{ if .IsPage }}<meta property="article:published_time" content="{{ .Date.Format "2006-01-02T15:04:05-07:00" }}">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":{{ .Title }},"datePublished":{{ .Date.Format "2006-01-02T15:04:05-07:00" }},"mainEntityOfPage":{{ .Permalink }},"description":{{ .Params.lead }}}</script>
{{ end }}<link rel="stylesheet" href="/app/style.css">
</head>
<body>
<header><a href="/">{{ site.Title }}</a><nav><ul>{{ range site.Sections }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></nav></header>
<main>{{ block "main" . }}{{ end }}</main>
<footer><p>{{ site.Title }}</p></footer>
</body>
</html>
"#;

const SINGLE: &str = r#"{{ define "main" }}<article>
<p class="kicker"><a href="{{ .CurrentSection.RelPermalink }}">{{ .CurrentSection.Title }}</a></p>
<h1>{{ .Title }}</h1>
<time datetime="{{ .Date.Format "2006-01-02T15:04:05-07:00" }}">{{ .Date.Format "02/01/2006 15:04" }}</time>
<p class="lead">{{ .Params.lead }}</p>
{{ .Content }}
<ul class="tags">{{ range .GetTerms "tags" }}<li><a href="{{ .RelPermalink }}">#{{ .Title }}</a></li>{{ end }}</ul>
</article>
<section class="rail"><h2>Tin cùng chuyên mục</h2>
{{ $own := . }}{{ $at := $own }}{{ range seq 3 }}{{ with $at.NextInSection }}{{ $at = . }}{{ partial "card.html" . }}{{ end }}{{ end }}
{{ $at = $own }}{{ range seq 3 }}{{ with $at.PrevInSection }}{{ $at = . }}{{ partial "card.html" . }}{{ end }}{{ end }}
</section>{{ end }}
"#;

const LIST: &str = r#"{{ define "main" }}<h1>{{ .Title }}</h1>
{{ range .Paginator.Pages }}{{ partial "card.html" . }}{{ end }}
<nav>{{ with .Paginator.Prev }}<a href="{{ .URL }}">Mới hơn</a>{{ end }}{{ with .Paginator.Next }}<a href="{{ .URL }}">Cũ hơn</a>{{ end }}</nav>{{ end }}
"#;

const HOME: &str = r#"{{ define "main" }}{{ range site.Sections }}<section><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2>{{ range first 6 .RegularPages }}{{ partial "card.html" . }}{{ end }}</section>{{ end }}{{ end }}
"#;

const NONE: &str = r#"{{ define "main" }}<h1>Không tìm thấy</h1>{{ end }}
"#;

const CARD: &str = r#"<article class="card"><p class="kicker">{{ .CurrentSection.Title }}</p><h3><a href="{{ .RelPermalink }}">{{ .Title }}</a></h3><p>{{ .Params.lead }}</p><time datetime="{{ .Date.Format "2006-01-02T15:04:05-07:00" }}">{{ .Date.Format "02/01/2006 15:04" }}</time></article>
"#;

const RSS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>{{ .Title }}</title><link>{{ .Permalink }}</link><description>{{ .Title }}</description><language>vi</language>
{{ range first 20 (cond .IsHome site.RegularPages .RegularPages) }}<item><title>{{ .Title }}</title><link>{{ .Permalink }}</link><guid>{{ .Permalink }}</guid><description>{{ .Params.lead }}</description><pubDate>{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 -0700" }}</pubDate></item>
{{ end }}</channel></rss>
"#;
