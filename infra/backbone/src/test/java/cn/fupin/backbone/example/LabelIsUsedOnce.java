package cn.fupin.backbone.example;

import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class LabelIsUsedOnce {
    private final JdbcClient db;

    LabelIsUsedOnce(JdbcClient db) {
        this.db = db;
    }

    @EventHandler
    void on(JarEvent.JarPlaced e) {
        db.sql("insert into labels (label, jar_id) values (?, ?)")
                .params(e.label(), e.jarId())
                .update();
    }
}
