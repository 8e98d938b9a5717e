package cn.fupin.backbone.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BackgroundTest {
    @Test
    void whateverIsThrownItGoesOn() throws InterruptedException {
        var rounds = new AtomicInteger();
        var third = new CountDownLatch(1);
        var background =
                new Background(
                        "test",
                        thread -> {
                            switch (rounds.incrementAndGet()) {
                                case 1 -> throw new IllegalStateException("planted");
                                case 2 -> throw new NoClassDefFoundError("planted");
                                default -> third.countDown();
                            }
                            thread.pause(Duration.ofSeconds(1));
                        });
        background.start();
        try {
            assertThat(third.await(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            background.stop();
        }
    }
}
