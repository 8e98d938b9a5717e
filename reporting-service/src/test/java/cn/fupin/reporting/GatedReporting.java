package cn.fupin.reporting;

import cn.fupin.backbone.projection.Message;
import cn.fupin.backbone.projection.Projection;
import cn.fupin.backbone.projection.Rows;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The service as it is, but for a gate before its register. */
@Import(ReportingService.class)
final class GatedReporting {
    @Bean
    static Gate gate() {
        return new Gate();
    }

    /** Lets one of two messages through and holds the other back, until it is opened. */
    static final class Gate implements BeanPostProcessor {
        private final Set<String> through = ConcurrentHashMap.newKeySet();
        private volatile List<String> two = List.of();
        private volatile CountDownLatch opened = new CountDownLatch(0);
        private volatile boolean holding;

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof Projection projection && projection.name().equals("register")
                    ? new Gated(projection)
                    : bean;
        }

        void holdBack(List<String> eventIds) {
            through.clear();
            opened = new CountDownLatch(1);
            two = eventIds;
        }

        boolean holdsBackTheSecond() {
            return holding;
        }

        void open() {
            opened.countDown();
        }

        private void pass(Message message) {
            if (!two.contains(message.id())) return;
            synchronized (through) {
                through.add(message.id());
                if (through.size() < two.size()) return;
            }
            holding = true;
            try {
                opened.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        private final class Gated implements Projection {
            private final Projection behind;

            Gated(Projection behind) {
                this.behind = behind;
            }

            @Override
            public String name() {
                return behind.name();
            }

            @Override
            public Set<String> topics() {
                return behind.topics();
            }

            @Override
            public String ddl() {
                return behind.ddl();
            }

            @Override
            public void apply(Message message, Rows rows) {
                pass(message);
                behind.apply(message, rows);
            }
        }
    }
}
