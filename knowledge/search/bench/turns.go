package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"time"
)

// figures are what one process measured.
type figures map[string]float64

// chosen returns the names in a list, or all if it is empty.
func chosen(list string, all []string) []string {
	if list == "" {
		return all
	}
	return strings.Split(list, ",")
}

// inTurns measures in processes of their own, engine after engine, as often as
// repetitions are wanted, and prints medians. In such a process it measures.
func inTurns(s settings, what string, all []string, measure func(settings) (figures, error)) error {
	if s.child != "" {
		f, err := measure(s)
		if err != nil {
			return err
		}
		return json.NewEncoder(os.Stdout).Encode(f)
	}
	for _, size := range strings.Split(s.sizes, ",") {
		results, names := map[string][]figures{}, chosen(s.names, all)
		for range s.reps {
			for _, name := range names {
				f, err := inProcess(s, what, name, size)
				if err != nil {
					return fmt.Errorf("%s at %s: %w", name, size, err)
				}
				results[name] = append(results[name], f)
			}
		}
		printMedians(size, names, results)
	}
	return nil
}

func inProcess(s settings, what, name, size string) (f figures, err error) {
	if _, err := strconv.Atoi(size); err != nil {
		return nil, err
	}
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	cmd := exec.Command(self, what, "-from", s.from, "-child", name, "-n", size)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, err
	}
	return f, json.Unmarshal(out, &f)
}

func printMedians(size string, names []string, results map[string][]figures) {
	var columns []string
	for column := range results[names[0]][0] {
		columns = append(columns, column)
	}
	slices.Sort(columns)
	fmt.Printf("\n| %s | %s |\n|---|%s\n", size, strings.Join(columns, " | "), strings.Repeat("---|", len(columns)))
	for _, name := range names {
		fmt.Printf("| %s |", name)
		for _, column := range columns {
			var values []float64
			for _, f := range results[name] {
				values = append(values, f[column])
			}
			slices.Sort(values)
			fmt.Printf(" %.4g |", values[len(values)/2])
		}
		fmt.Println()
	}
}

// percentile returns the p-th of durations, in microseconds; it sorts them.
func percentile(all []time.Duration, p float64) float64 {
	if len(all) == 0 {
		return 0
	}
	slices.Sort(all)
	return float64(all[min(len(all)-1, int(p*float64(len(all))))].Nanoseconds()) / 1000
}
