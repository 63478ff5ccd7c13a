//! What is fetched before it is asked for, and what is not.

use e2e::{
    Outcome,
    kit::PLAIN,
    reader::same,
    visit::{Visit, desk},
};

const FILE: &str = "/articles/1030.json";

async fn rest_on_a_link(visit: Visit, saving: bool, expected: usize) -> Outcome {
    visit
        .read(async |reader| {
            reader.open("du-lich/").await?;
            if saving {
                reader
                    .js("!!Object.defineProperty(navigator, 'connection', \
                    {value: {saveData: true}})")
                    .await?;
            }
            let link = reader.find("a[href$='-1030/']").await?;
            reader
                .js("document.querySelector(\"a[href$='-1030/']\").scrollIntoView(\
                {block: 'center'})")
                .await?;
            reader.driver().action_chain().move_to_element_center(&link).perform().await?;
            reader.wait(500).await;
            same(reader.log().count(FILE), expected, "asked ahead")?;
            link.click().await?;
            reader.until_headline("Chuyện du lịch số 30").await?;
            same(reader.log().count(FILE), 1, "asked in all")
        })
        .await
}

#[tokio::test]
async fn a_story_is_on_its_way_while_the_pointer_rests_on_its_link() -> Outcome {
    rest_on_a_link(desk(), false, 1).await
}

#[tokio::test]
async fn who_saves_data_fetches_nothing_ahead() -> Outcome {
    rest_on_a_link(desk(), true, 0).await
}

#[tokio::test]
async fn a_page_asks_for_nothing_twice() -> Outcome {
    desk()
        .read(async |reader| {
            reader.open(PLAIN).await?;
            reader.js("scrollTo(0, document.documentElement.scrollHeight)").await?;
            reader.wait(1_000).await;
            let mut paths = reader.log().paths();
            paths.sort();
            let twice: Vec<_> = paths.windows(2).filter(|two| two[0] == two[1]).collect();
            assert!(twice.is_empty(), "{twice:?}");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn pictures_far_down_are_not_asked_for_before_they_come_near() -> Outcome {
    desk()
        .read(async |reader| {
            reader.open(e2e::kit::PHOTOS).await?;
            reader.wait(800).await;
            let lazy = "[...document.querySelectorAll('main figure[id^=photo-] img')]\
                .every((img, at) => img.loading === (at ? 'lazy' : 'eager'))";
            same(reader.js(lazy).await?, true, "all but the first wait")?;
            same(
                reader.js("document.querySelector('#photo-1 img').fetchPriority").await?,
                "high",
                "the first is wanted first",
            )
        })
        .await
}
