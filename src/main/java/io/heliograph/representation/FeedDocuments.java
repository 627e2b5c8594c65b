package io.heliograph.representation;

import io.heliograph.article.Article;
import io.heliograph.article.Deletion;
import io.heliograph.article.Selection;
import io.heliograph.article.Site;
import io.heliograph.feed.Chapter;
import io.heliograph.feed.Extent;
import io.heliograph.feed.Feed;
import io.heliograph.feed.Format;
import io.heliograph.feed.Podcast;
import io.heliograph.feed.PodcastGuid;
import io.heliograph.feed.profile.Press;
import io.heliograph.feed.profile.Printed;
import io.heliograph.rewrite.Slotted;
import io.heliograph.store.ArticleStore;
import io.heliograph.store.Filter;
import io.heliograph.store.Instance;
import io.heliograph.store.Selected;
import io.heliograph.store.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes feeds, the pages of their archives, and what is new in them. */
final class FeedDocuments {

    /** Older articles are not looked for in vain. */
    private static final int MOST_SIFTED = 10_000;

    private final ArticleStore store;
    private final Catalogue catalogue;
    private final Stamps stamps;
    private final Pasts pasts;
    private final Quarantine quarantine;

    FeedDocuments(ArticleStore store, Catalogue catalogue, Stamps stamps, Quarantine quarantine) {
        this.quarantine = quarantine;
        this.store = store;
        this.catalogue = catalogue;
        this.stamps = stamps;
        this.pasts = new Pasts(store);
    }

    /**
     * A feed that has been written.
     *
     * @param revisions of its articles, in their order
     * @param changed when what it shows last changed
     */
    private record Written(Feed feed, Slotted open, List<Long> revisions, Instant changed, Shown shown) {}

    Rendering feed(Site site, Target.FeedTarget asked) {
        if (!asked.format().isOffered(site, Catalogue.proper(asked.selection()))) {
            return new Rendering.Absent(new Answer.Missing());
        }
        Optional<Feed> bare = bare(site, asked.selection(), asked.query(), asked.extent());
        if (bare.isEmpty()) {
            quarantine.written(site.id(), asked, asked.format(), List.of());
            return catalogue.absent(
                    site, asked.selection(), selection -> asked.format().path(selection) + asked.query());
        }
        Target.FeedTarget target = named(site, asked);
        Written written = write(bare.get(), target);
        if (written.feed().articles().isEmpty() && !mayBeEmpty(bare.get(), target)) {
            return new Rendering.Absent(new Answer.Missing());
        }
        return document(target, written.open(), written);
    }

    /** Where nothing came since some moment, a feed may be empty all the same if there is something older. */
    private boolean mayBeEmpty(Feed bare, Target.FeedTarget target) {
        if (target.format().mayBeEmpty() || target.extent().since().equals(Instant.EPOCH)) {
            return target.format().mayBeEmpty();
        }
        Target.FeedTarget ever = new Target.FeedTarget(target.selection(), target.format(), 1);
        return !write(bare, ever).feed().articles().isEmpty();
    }

    /** A page of an archive. One whose name is not, or no more, that of what it holds leads to the one that is. */
    Rendering page(Site site, Target.ArchivePage target) {
        Format format = target.format();
        Optional<Feed> bare = bare(site, target.selection(), "", Extent.of(format.limit()));
        if (bare.isEmpty()) {
            return catalogue.absent(
                    site, target.selection(), selection -> format.archivePath(selection, target.name()));
        }
        Past past = pasts.of(bare.get());
        int page = Past.number(target.name());
        if (past.isNothing() || page == 0) {
            return new Rendering.Absent(new Answer.Missing());
        }
        if (page > past.pages()) {
            return new Rendering.Absent(new Answer.Elsewhere(format.path(target.selection())));
        }
        if (!past.name(page).equals(target.name())) {
            return new Rendering.Absent(new Answer.Elsewhere(format.archivePath(target.selection(), past.name(page))));
        }
        List<Article> articles = store.archived(site.id(), past.selection(), page);
        String now = pasts.of(bare.get()).name(page);
        if (!now.equals(target.name())) {
            // They changed while they were read, and what is sent under a name must be what it names.
            return new Rendering.Absent(new Answer.Elsewhere(format.archivePath(target.selection(), now)));
        }
        Feed feed = bare.get().with(articles, past.chapter(page), List.of());
        // Of its content alone, so that it is the same for ever and everywhere.
        Instant newest = newest(articles);
        Shown shown = Shown.of(articles, List.of()).andHistories(List.of(past.selection()));
        Slotted open = print(site, target, format, feed);
        return new Rendering.Document(
                open.modified(format.stamp(newest)),
                Stamps.tag(Stamps.hash(open), newest),
                newest,
                format.contentType(),
                shown);
    }

    /** What is new since an instance that a reader has; nothing if it is not known, or all is new. */
    Rendering delta(Site site, Target.FeedDelta target) {
        Format format = target.feed().format();
        Optional<Instance> known = store.instances(site.id(), target.feed().key()).stream()
                .filter(instance -> instance.tag().equals(target.known()))
                .findFirst();
        Optional<Feed> bare = bare(
                site,
                target.feed().selection(),
                target.feed().query(),
                target.feed().extent());
        if (known.isEmpty() || bare.isEmpty()) {
            return new Rendering.Absent(new Answer.Missing());
        }
        Written whole = write(bare.get(), target.feed());
        List<Article> articles = new ArrayList<>();
        for (int i = 0; i < whole.revisions().size(); i++) {
            if (!known.get().revisions().contains(whole.revisions().get(i))) {
                articles.add(whole.feed().articles().get(i));
            }
        }
        if (articles.size() == whole.revisions().size()) {
            return new Rendering.Absent(new Answer.Missing());
        }
        // By their numbers, for clocks differ, and edits of one second push an instance's time ahead of them. What was
        // told
        // before may be told again where no article came or changed since.
        long newest = known.get().revisions().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        List<Deletion> deletions = whole.feed().deletions().stream()
                .filter(deletion -> deletion.revision() > newest)
                .toList();
        Feed delta = whole.feed().with(articles, whole.feed().chapter(), deletions);
        // The tag and the time are those of the whole (RFC 3229, section 10.5.1).
        return document(
                target.feed(), Placing.on(site, Press.print(format, delta).document()), whole);
    }

    /** A feed with no article yet; empty if there is no such selection. */
    private Optional<Feed> bare(Site site, Selection selection, String query, Extent extent) {
        Optional<String> name = catalogue.name(site, selection);
        if (name.isEmpty() && !selection.equals(Selection.WHOLE)) {
            return Optional.empty();
        }
        return Optional.of(new Feed(
                site,
                selection,
                name.map(n -> site.title() + ": " + n).orElse(site.title()),
                Catalogue.description(site, selection),
                List.of(),
                query,
                extent.summaries(),
                Chapter.ONLY,
                List.of()));
    }

    /** Writes a feed with as many articles as were asked for, and no more than its size allows; but always one. */
    private Written write(Feed bare, Target.FeedTarget target) {
        Site site = bare.site();
        List<Selection> anyOf = target.format().among(target.selection()).stream()
                .flatMap(selection -> Catalogue.meant(site, selection).stream())
                .toList();
        Filter filter = target.selection() instanceof Selection.Search search
                ? Filter.matching(Words.all(search.words()))
                : Filter.of(anyOf);
        Extent extent = target.extent();
        Selected selected = select(site, filter.since(extent.since()), target);
        boolean dated = target.selection().isLasting() && target.format().isArchived();
        boolean told = target.selection().isLasting() && target.format().tellsDeletions();
        Past past = dated && extent.since().equals(Instant.EPOCH) ? pasts.of(bare) : Past.NOTHING;
        Cut cut = new Cut(bare, selected, past, told ? deletions(site, anyOf, selected, extent) : List.of());
        Cut.Fit fit = cut.fitting(target.format());
        Shown shown = target.selection().isLasting()
                ? Shown.of(selected.articles(), anyOf).andHistories(dated || told ? anyOf : List.of())
                : Shown.ANYTHING;
        Feed feed = cut.of(fit.articles());
        return new Written(
                feed,
                print(site, target, target.format(), feed),
                selected.revisions().subList(0, fit.articles()),
                selected.changed(),
                shown);
    }

    /** Writes a feed, without what would make it invalid. */
    private Slotted print(Site site, Target target, Format format, Feed feed) {
        Printed printed = Press.print(format, feed);
        quarantine.written(site.id(), target, format, printed.quarantined());
        return Placing.on(site, printed.document());
    }

    /**
     * A podcast's id was made once, and stays when the site's hosts change. Asked only of selections that there are: it is
     * written down, and anybody can think of others.
     */
    private Target.FeedTarget named(Site site, Target.FeedTarget target) {
        if (!(target.format() instanceof Podcast)) {
            return target;
        }
        String wanted = site.syndication().show().guid();
        if (wanted.isEmpty() || !target.selection().equals(Selection.WHOLE)) {
            wanted = PodcastGuid.of(site.canonical(), target.selection());
        }
        String guid = store.settled(site.id(), target.format().path(target.selection()), wanted);
        return new Target.FeedTarget(target.selection(), new Podcast(guid), target.extent());
    }

    /** The newest articles that the format has a use for. */
    private Selected select(Site site, Filter filter, Target.FeedTarget target) {
        int limit = target.extent().limit();
        int batch = Math.min(limit, Feed.MOST);
        Selected some = store.select(site.id(), filter, 0, batch);
        List<Article> articles = new ArrayList<>();
        List<Long> revisions = new ArrayList<>();
        Instant changed = some.changed();
        for (int seen = 0; ; some = store.select(site.id(), filter, seen, batch)) {
            for (int i = 0; i < some.articles().size() && articles.size() < limit; i++) {
                if (target.format().holds(site, some.articles().get(i))) {
                    articles.add(some.articles().get(i));
                    revisions.add(some.revisions().get(i));
                }
            }
            seen += some.articles().size();
            if (articles.size() == limit || some.articles().size() < batch || seen >= MOST_SIFTED) {
                return new Selected(articles, revisions, changed);
            }
        }
    }

    /** As far back as the feed's articles go: so time that passes takes none away. */
    private List<Deletion> deletions(Site site, List<Selection> anyOf, Selected selected, Extent extent) {
        List<Article> articles = selected.articles();
        Instant oldest = articles.isEmpty()
                ? Instant.EPOCH
                : articles.get(articles.size() - 1).published();
        return store.deletions(site.id(), anyOf, oldest.isBefore(extent.since()) ? extent.since() : oldest);
    }

    /**
     * A feed, or what is new in it. It says how new what it tells of is, as every gateway that knows the same would say it;
     * one that tells of nothing, when that began.
     */
    private Rendering document(Target.FeedTarget target, Slotted open, Written whole) {
        Site site = whole.feed().site();
        Instant newest = newest(whole.feed());
        Instant said = newest.equals(Instant.EPOCH) ? stamps.unremembered(site, target, whole.changed()) : newest;
        String tag = Stamps.tag(Stamps.hash(whole.open()), said);
        // What is not remembered may have lost an article since, whatever the others say.
        Instant changed = target.isLasting()
                ? stamps.feed(site, target, tag, whole.changed(), whole.revisions())
                : stamps.unremembered(site, target, whole.changed());
        Format format = target.format();
        return new Rendering.Document(
                open.modified(format.stamp(said)),
                tag,
                changed.isBefore(said) ? said : changed,
                format.contentType(),
                whole.shown());
    }

    private static Instant newest(Feed feed) {
        Instant deleted = feed.deletions().stream()
                .map(Deletion::when)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        Instant newest = newest(feed.articles());
        return deleted.isAfter(newest) ? deleted : newest;
    }

    private static Instant newest(List<Article> articles) {
        return articles.stream().map(Article::updated).max(Instant::compareTo).orElse(Instant.EPOCH);
    }
}
