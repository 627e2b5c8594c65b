package io.heliograph;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;
import reactor.blockhound.BlockHound;

/** Hears of every blocking call on an event loop, and of every loop that comes to nothing else, while tests run. */
final class EventLoopWatch {

    private static final Queue<String> FOUND = new ConcurrentLinkedQueue<>();

    /** What Vert.x says of a loop that is blocked for ten seconds or more: a busy machine makes loops late, but not so late. */
    private static final Pattern STUCK = Pattern.compile("blocked for \\d{5,} ms");

    private EventLoopWatch() {}

    /** Begins to watch; a second call changes nothing. */
    static void begin() {
        Installed.touch();
    }

    /** Fails if anything blocked an event loop since this was asked last. */
    static void assertNothingBlocked() {
        List<String> found = new ArrayList<>();
        for (String one = FOUND.poll(); one != null; one = FOUND.poll()) {
            found.add(one);
        }
        assertThat(found).as("blocking calls on event loops").isEmpty();
    }

    private static final class Installed {
        static {
            BlockHound.builder()
                    .nonBlockingThreadPredicate(
                            known -> known.or(thread -> thread.getName().startsWith("vert.x-eventloop-thread")))
                    // A line of log is written where the event happens; it goes to a file descriptor that does not
                    // block.
                    .allowBlockingCallsInside("ch.qos.logback.core.OutputStreamAppender", "append")
                    // To hand work to a worker is to put it into a queue, whose lock is held for a moment.
                    .allowBlockingCallsInside("java.util.concurrent.LinkedBlockingQueue", "offer")
                    // Netty's allocator adds to its magazines, under a lock that others want for a moment, too.
                    .allowBlockingCallsInside("io.netty.buffer.AdaptivePoolingAllocator", "allocate")
                    // Binding happens once, before anybody is served, and ending when nobody is any more.
                    .allowBlockingCallsInside("io.vertx.core.internal.WorkerPool", "close")
                    .allowBlockingCallsInside("io.vertx.core.net.impl.tcp.NetServerImpl", "listen")
                    // Sending a file is what it is for: the kernel copies from its page cache.
                    .allowBlockingCallsInside("io.netty.channel.DefaultFileRegion", "transferTo")
                    // The kernel's random numbers, which TLS begins with, are read from a file but never waited for.
                    .allowBlockingCallsInside("sun.security.provider.NativePRNG$RandomIO", "readFully")
                    .blockingMethodCallback(method -> {
                        StringBuilder where = new StringBuilder(method.toString());
                        for (StackTraceElement element : Thread.currentThread().getStackTrace()) {
                            where.append("\n  at ").append(element);
                        }
                        FOUND.add(where.toString());
                    })
                    .install();
            Logger checker = (Logger) LoggerFactory.getLogger("io.vertx.core.impl.BlockedThreadChecker");
            AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
                @Override
                protected void append(ILoggingEvent event) {
                    if (STUCK.matcher(event.getFormattedMessage()).find()) {
                        FOUND.add(event.getFormattedMessage());
                    }
                }
            };
            appender.start();
            checker.addAppender(appender);
        }

        static void touch() {
            // Loading this class is what begins.
        }
    }
}
