// The page of the story with PhotoSwipe and Embla, set up as their own documentation does.
import PhotoSwipeLightbox from "./photoswipe-lightbox.esm.min.js";
import PhotoSwipe from "./photoswipe.esm.min.js";

for (const link of document.querySelectorAll("a.open")) {
  const img = link.querySelector("img");
  link.href = img.src;
  link.dataset.pswpWidth = img.getAttribute("width");
  link.dataset.pswpHeight = img.getAttribute("height");
}
const lightbox = new PhotoSwipeLightbox({ gallery: "main", children: "a.open", pswpModule: PhotoSwipe });
// PhotoSwipe lets the picture rest on its thumbnail for a while before it moves it.
lightbox.on("beforeOpen", () => document.documentElement.classList.add("moving"));
lightbox.on("openingAnimationEnd", () => document.documentElement.classList.remove("moving"));
lightbox.init();

// As many cards as the section has, all of them in the document.
const port = document.querySelector(".rail-port");
const track = port.firstElementChild;
const few = [...track.children];
for (let card = few.length; card < 40; card++) track.append(few[card % few.length].cloneNode(true));
const rail = window.EmblaCarousel(port, { align: "start" });

window.passed = {
  pictures: () => lightbox.pswp.currIndex + 1,
  cards: () => rail.selectedScrollSnap(),
};
document.documentElement.dataset.app = "ready";
