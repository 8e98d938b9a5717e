package cn.fupin.backbone.example;

import cn.fupin.backbone.command.ConstraintReasons;
import cn.fupin.backbone.command.Endpoint;
import cn.fupin.backbone.command.Endpoints;
import cn.fupin.backbone.event.EventTypes;
import java.util.Map;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class ExampleService {
    @Bean
    EventTypes eventTypes() {
        return EventTypes.of("example", JarEvent.class);
    }

    @Bean
    EventUpcaster beansWereCountedInCups() {
        return new BeansWereCountedInCups();
    }

    @Bean
    Endpoints jars() {
        return Endpoints.of(
                Endpoint.post("/jars/{jarId}/placing", JarCommand.PlaceJar.class).sealing("secret"),
                Endpoint.post("/jars/{jarId}/beans", JarCommand.AddBeans.class));
    }

    @Bean
    ConstraintReasons labelTaken() {
        return ConstraintReasons.of(Map.of("labels_pkey", JarReason.LABEL_TAKEN));
    }
}
