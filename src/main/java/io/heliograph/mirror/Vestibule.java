package io.heliograph.mirror;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The memory of a site for bodies on their way in: not whole yet, or not yet made into what is stored. However many visitors
 * ask for however many large things at once, these take so much together and hardly more.
 *
 * <p>What passes on while it comes is kept no more when there is no room. Documents, which are good for nothing before they
 * are whole, wait: the origin is held back, until those that came first have gone. The first of them never waits.
 */
final class Vestibule {

    /** Up to that length no document waits, so that one page is not held up by others' films, bytes. */
    private static final long SMALL = 256 * 1024;

    private final long mostBytes;
    private final Set<Stay> documents = new LinkedHashSet<>();
    private long bytes;

    Vestibule(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** What is here of all bodies, bytes. */
    synchronized long bytes() {
        return bytes;
    }

    /** A body that may be stored and passes on while it comes. */
    Stay passing() {
        return new Stay(null);
    }

    /** A document that comes from a source. */
    synchronized Stay document(GrowingBody.Source source) {
        Stay stay = new Stay(source);
        documents.add(stay);
        return stay;
    }

    /** What one body takes. */
    final class Stay {
        private final GrowingBody.@Nullable Source source;
        private long own;
        private boolean waits;
        private boolean left;

        private Stay(GrowingBody.@Nullable Source source) {
            this.source = source;
        }

        /** Takes more; returns whether there is room for all that is here. */
        boolean grow(long more) {
            synchronized (Vestibule.this) {
                if (left) {
                    // Of a body that failed, some may come yet.
                    return false;
                }
                own += more;
                bytes += more;
                boolean fits = bytes <= mostBytes;
                if (!fits && source != null && !waits && own > SMALL && !isFirst(this)) {
                    waits = true;
                    // Here, so that no other thread has it go on before it waits.
                    source.pause();
                }
                return fits;
            }
        }

        /** Gives back all it has; those that can go on now do. */
        void leave() {
            synchronized (Vestibule.this) {
                left = true;
                bytes -= own;
                own = 0;
                documents.remove(this);
                documents.forEach(Stay::goOn);
            }
        }

        private void goOn() {
            if (waits && source != null && (bytes <= mostBytes || isFirst(this))) {
                waits = false;
                source.resume();
            }
        }
    }

    private boolean isFirst(Stay stay) {
        return documents.iterator().next().equals(stay);
    }
}
