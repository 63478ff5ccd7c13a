use serde_json::json;
use story::model::Home;
use story::url::ListKind;

use crate::head::tests::{article, data, full, list};
use crate::pages::Page;

#[test]
fn structured_data_tells_of_the_story_and_all_its_pictures() {
    let graph = data(&full());
    let expected = json!({
        "@type": "NewsArticle",
        "mainEntityOfPage": "https://thu.example/bao/bien/mua-nuoc-noi-7/",
        "headline": "Mùa nước nổi",
        "inLanguage": "vi",
        "isAccessibleForFree": true,
        "publisher": {
            "@type": "NewsMediaOrganization", "@id": "https://thu.example/bao/#publisher",
            "name": "Báo \"Thử\"", "url": "https://thu.example/bao/",
        },
        "image": [
            { "@type": "ImageObject", "url": "https://thu.example/bao/img/bia.jpg",
              "width": 1600, "height": 900, "description": "Một con đò" },
            { "@type": "ImageObject", "url": "https://thu.example/bao/img/a.jpg",
              "width": 800, "height": 600, "caption": "Chợ", "creditText": "Ảnh: An" },
            { "@type": "ImageObject", "url": "https://b.example/b.jpg",
              "width": 3, "height": 2, "caption": "Cả loạt" },
        ],
        "datePublished": "2024-05-01T08:00:00+07:00",
        "dateModified": "2024-05-02T09:00:00+07:00",
        "author": [
            { "@type": "Person", "name": "An", "jobTitle": "phóng viên",
              "url": "https://thu.example/bao/tin/an-3/" },
            { "@type": "Person", "name": "Bình", "url": "https://binh.example/" },
            { "@type": "Person", "name": "Chi" },
        ],
        "articleSection": "Biển <xanh>",
        "keywords": ["Lũ", "Đồng"],
    });
    assert_eq!(graph[0], expected);
    let sparse = &data(&article(json!({ "section": null })))[0];
    assert_eq!(sparse["author"], json!({ "@id": "https://thu.example/bao/#publisher" }));
    for key in ["datePublished", "dateModified", "image", "keywords", "articleSection"] {
        assert!(sparse.get(key).is_none(), "{key}");
    }
}

#[test]
fn structured_data_fits_the_kind_of_page() {
    let table = [
        (Page::Home(Home::default()), "WebSite", "NewsMediaOrganization"),
        (list(ListKind::Tag, "lu", "Lũ", "latest"), "CollectionPage", "BreadcrumbList"),
        (full(), "NewsArticle", "BreadcrumbList"),
        (article(json!({ "kind": "page" })), "WebPage", "BreadcrumbList"),
    ];
    for (page, first, second) in table {
        let graph = data(&page);
        assert_eq!((&graph[0]["@type"], &graph[1]["@type"]), (&json!(first), &json!(second)));
    }
    let graph = data(&Page::Home(Home::default()));
    assert_eq!(graph[1]["sameAs"], json!(["https://x.example/thu"]));
    assert_eq!(graph[0]["publisher"]["@id"], graph[1]["@id"]);
}

#[test]
fn breadcrumbs_lead_down_to_the_page() {
    let table = [
        (full(), "/ /du-lich/ /bien/ /bien/mua-nuoc-noi-7/"),
        (article(json!({ "section": null })), "/ /bien/mua-nuoc-noi-7/"),
        (list(ListKind::Section, "du-lich", "Du lịch", "latest"), "/ /du-lich/"),
        (list(ListKind::Section, "bien", "Biển", "2024-05"), "/ /du-lich/ /bien/ /bien/2024/05/"),
        (list(ListKind::Section, "tin", "Tin", "latest"), "/ /tin/"),
        (list(ListKind::Tag, "lu", "Lũ", "latest"), "/ /tag/lu/"),
        (list(ListKind::Tag, "lu", "Lũ", "2024-05"), "/ /tag/lu/ /tag/lu/2024/05/"),
    ];
    for (page, expected) in table {
        let crumbs = &data(&page)[1]["itemListElement"];
        let paths: Vec<&str> = crumbs
            .as_array()
            .expect("steps")
            .iter()
            .map(|step| step["item"].as_str().expect("an address"))
            .map(|url| url.trim_start_matches("https://thu.example/bao"))
            .collect();
        assert_eq!(paths.join(" "), expected);
        assert_eq!(crumbs[0]["position"], 1);
    }
}
