package cn.fupin.project;

import cn.fupin.backbone.event.EventTypes;
import cn.fupin.backbone.projection.ProjectionReader;
import cn.fupin.backbone.territory.EndedRegions;
import cn.fupin.project.delivery.ProjectEvent;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** 项目库: projects from proposal to acceptance, and the households whose benefit they are. */
@SpringBootApplication
public class ProjectService {
    public static void main(String[] args) {
        SpringApplication.run(ProjectService.class, args);
    }

    @Bean
    EventTypes eventTypes() {
        return EventTypes.of("project", ProjectEvent.class);
    }

    @Bean
    EndedRegions territory(ProjectionReader reader) {
        return new EndedRegions(reader);
    }
}
