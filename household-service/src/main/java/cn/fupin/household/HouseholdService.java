package cn.fupin.household;

import cn.fupin.backbone.command.Access;
import cn.fupin.household.division.Lineages;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
class HouseholdService {
    public static void main(String[] args) {
        SpringApplication.run(HouseholdService.class, args);
    }

    @Bean
    Access.Territory territory(Lineages regions) {
        return Access.Territory.ofToday(regions::lineage);
    }
}
