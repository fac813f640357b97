import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
  type ChartConfiguration,
} from 'chart.js'
import { chartColours, type ChartData, type ChartKind } from './chart'

// Only what the product draws is registered; the rest of Chart.js is left out of the bundle.
Chart.register(
  BarController,
  BarElement,
  LineController,
  LineElement,
  PointElement,
  CategoryScale,
  LinearScale,
  Tooltip,
  Legend,
)

/** Draws onto the canvas and returns the chart, which the caller destroys. */
export function draw(
  canvas: HTMLCanvasElement,
  kind: ChartKind,
  data: ChartData,
  format: (value: number) => string,
): Chart {
  const colours = chartColours()
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize)
  const font = { family: getComputedStyle(document.body).fontFamily, size: rem * 0.75 }
  const line = kind === 'line'
  const rows = kind === 'rows'
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  const values = {
    beginAtZero: true,
    stacked: kind === 'stacked',
    border: { display: false },
    grid: { color: colours.grid, drawTicks: false },
    ticks: {
      color: colours.ink,
      font,
      padding: 8,
      maxTicksLimit: 5,
      precision: 0,
      callback: (value: string | number) => format(Number(value)),
    },
  }
  const names = {
    stacked: kind === 'stacked',
    border: { color: colours.grid },
    grid: { display: false },
    ticks: { color: colours.ink, font, maxRotation: 0, autoSkipPadding: 12 },
  }
  const config: ChartConfiguration<'bar' | 'line'> = {
    type: line ? 'line' : 'bar',
    data: {
      labels: data.labels,
      datasets: data.series.map((series, index) => {
        const colour = colours.series[index % colours.series.length]
        return {
          label: series.name,
          data: series.values,
          borderColor: colour,
          backgroundColor: colour,
          borderWidth: line ? 2 : 0,
          borderRadius: line ? 0 : 2,
          maxBarThickness: rem * 1.5,
          pointRadius: line ? 2 : 0,
          tension: 0,
          spanGaps: false,
        }
      }),
    },
    options: {
      indexAxis: rows ? 'y' : 'x',
      responsive: true,
      maintainAspectRatio: false,
      animation: still ? false : { duration: 140 },
      scales: rows ? { x: values, y: names } : { x: names, y: values },
      interaction: { mode: 'index', intersect: false },
      plugins: {
        legend: {
          display: data.series.length > 1,
          position: 'top',
          align: 'start',
          labels: {
            color: colours.ink,
            font,
            boxWidth: rem * 0.625,
            boxHeight: rem * 0.625,
            useBorderRadius: true,
            borderRadius: 2,
          },
        },
        tooltip: {
          bodyFont: font,
          titleFont: font,
          callbacks: {
            label: (item) => ` ${item.dataset.label ?? ''}: ${format(Number(rows ? item.parsed.x : item.parsed.y))}`,
          },
        },
      },
    },
  }
  return new Chart(canvas, config as ChartConfiguration)
}
