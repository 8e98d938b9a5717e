package cn.fupin.household;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class HouseholdService {
    public static void main(String[] args) {
        SpringApplication.run(HouseholdService.class, args);
    }
}
