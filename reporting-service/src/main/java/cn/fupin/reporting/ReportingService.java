package cn.fupin.reporting;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class ReportingService {
    static void main(String[] args) {
        SpringApplication.run(ReportingService.class, args);
    }
}
